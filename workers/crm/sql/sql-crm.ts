import { resolve } from 'node:path';
import type { Crm } from '../../sdk/crm.ts';
import { CrmProblem } from '../../sdk/crm/crm-problem.ts';
import { countryOf, CRM_FIELDS } from '../../sdk/crm/questions.ts';
import { defineCrm } from '../../sdk/define-crm.ts';
import { missingIn } from './checked-tables.ts';
import { customerQuery, quoted, textOf, type CustomerQuery } from './customer-query.ts';
import { openCopy, stampOf, type SqlCopy } from './open-copy.ts';
import type { SqlFile } from './sql-file.schema.ts';

interface Opened {
  readonly copy: SqlCopy;
  readonly customers: CustomerQuery;
}

/** There is nobody to go easy on; reading a large file takes a while. */
const LIMITS = { callsPerSecond: 10_000, callsAtOnce: 100, pageSize: 1_000, timeoutMs: 30_000 };

/**
 * A CRM that is a SQLite file, read into memory and only read; `file` says which tables and columns say what. A change
 * of the file (by time or size) is seen at the next question. Rejects, with the reason, where the file is not there, is
 * no database or lacks what the mapping names.
 */
export async function sqlCrm(options: {
  readonly name: string;
  readonly folder: string;
  readonly file: SqlFile;
}): Promise<Crm> {
  const { name, folder, file } = options;
  const path = resolve(folder, file.file);
  const { history, products } = file;
  let stamp = await stampOf(path).catch(() => {
    throw new Error(`there is no file ${file.file}`);
  });
  let opened = open(path, file);
  await opened;

  async function current(): Promise<Opened> {
    const now = await stampOf(path);
    if (now !== stamp) {
      const before = opened;
      stamp = now;
      opened = open(path, file);
      const closeBefore = (): Promise<void> => before.then(({ copy }) => copy.close()).catch(() => undefined);
      opened.then(closeBefore, () => {
        stamp = '';
        return closeBefore();
      });
    }
    return opened.catch(() => {
      throw new CrmProblem(name, 'wrong answer', {
        says: 'has a file that does not fit what crm.json says of it',
      });
    });
  }

  return defineCrm({
    name,
    searchBy: CRM_FIELDS.filter((field) => file.customers[field] !== undefined),
    freshness: 'copy',
    country: file.country,
    limits: { ...LIMITS, ...file.limits },
    async search(fields, page) {
      const { copy, customers } = await current();
      return { ...customers.find(fields, page), asOf: copy.asOf };
    },
    async fetch(accountNumber) {
      const { copy, customers } = await current();
      const { items } = customers.find({ accountNumber }, { cursor: null, size: 2 });
      if (items.length > 1) throw new CrmProblem(name, 'unreadable record');
      return { value: items[0] ?? null, asOf: copy.asOf };
    },
    async list(page) {
      const { copy, customers } = await current();
      return { ...customers.list(page), asOf: copy.asOf };
    },
    ...(history !== undefined && {
      async history(accountNumber, { cursor, size }) {
        const { copy, customers } = await current();
        const { sql, value } = customers.keysOf(accountNumber);
        const from = Number(cursor ?? 0);
        const rows = copy.rows(
          `SELECT ${textOf(history.id)} AS id, ${textOf(history.at)} AS at, ${textOf(history.channel)} AS channel,
             ${textOf(history.about)} AS about, ${textOf(history.outcome)} AS outcome, ${textOf(history.by)} AS by
           FROM ${quoted(history.table)} WHERE ${quoted(history.customer)} IN (${sql})
           ORDER BY ${quoted(history.at)} DESC, ${quoted(history.id)} LIMIT ? OFFSET ?`,
          [value, size + 1, from],
        );
        return {
          items: rows.slice(0, size).map(({ id, ...said }) => ({ ...said, id: id ?? '' })),
          next: rows.length > size ? String(from + size) : null,
          asOf: copy.asOf,
        };
      },
    }),
    ...(products !== undefined && {
      async products(accountNumber) {
        const { copy, customers } = await current();
        const { sql, value } = customers.keysOf(accountNumber);
        const rows = copy.rows(
          `SELECT ${textOf(products.name)} AS name, ${textOf(products.since)} AS since, ${textOf(products.state)} AS state
           FROM ${quoted(products.table)} WHERE ${quoted(products.customer)} IN (${sql}) ORDER BY 1`,
          [value],
        );
        return {
          value: rows.map(({ name: product, ...said }) => ({ ...said, name: product ?? '' })),
          asOf: copy.asOf,
        };
      },
    }),
    async close() {
      await opened.then(({ copy }) => copy.close()).catch(() => undefined);
    },
  });
}

/** Rejects, with the reason, for what is no database or lacks what the mapping names. */
async function open(path: string, file: SqlFile): Promise<Opened> {
  const copy = await openCopy(path).catch(() => {
    throw new Error(`${file.file} is no database that can be read`);
  });
  const missing = missingIn(copy, file);
  if (missing !== null) {
    copy.close();
    throw new Error(missing);
  }
  return { copy, customers: customerQuery(copy, file, countryOf(file.country)) };
}

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Product, SupportContact } from '../../../definitions/model/customer.ts';
import { normaliseAccountNumber } from '../../../engine/identity/account-number.ts';
import type { Crm } from '../../sdk/crm.ts';
import { CrmProblem } from '../../sdk/crm/crm-problem.ts';
import type { GivenLimits } from '../../sdk/crm/limits.ts';
import { countryOf, CRM_FIELDS } from '../../sdk/crm/questions.ts';
import { defineCrm } from '../../sdk/define-crm.ts';
import { pageOf } from '../page-of.ts';
import { MappingSchema, type Mapping } from './mapping.schema.ts';
import { readHistory, readProducts } from './read-besides.ts';
import { readRecords } from './read-records.ts';
import { indexRecords, type RecordIndex } from './record-index.ts';

const MAPPING_FILE = 'mapping.json';
const HISTORY_FILE = 'history.csv';
const PRODUCTS_FILE = 'products.csv';

/** There is nobody to go easy on; reading a large file takes a while. */
const LIMITS = { callsPerSecond: 10_000, callsAtOnce: 100, pageSize: 1_000, timeoutMs: 30_000 };

const NO_NUMBERS = 'has no column of account numbers: name it in its mapping.json';

/** What stood in the folder, and when its youngest file was written. */
interface Copy {
  readonly index: RecordIndex;
  readonly history: ReadonlyMap<string, readonly SupportContact[]>;
  readonly products: ReadonlyMap<string, readonly Product[]>;
  readonly asOf: string;
  readonly country: string | undefined;
  /** Whether no file has a column of account numbers. */
  readonly isUnknown: boolean;
}

/**
 * A CRM that is a folder of CSV files, read into memory and indexed; `history.csv` and `products.csv` stand for what
 * their names say, any other file for customers. A change of any file (by time or size) is seen at the next question. A
 * folder that is not there is an empty CRM. A row that cannot be read holds up only those who ask for what stands in it.
 */
export function csvCrm(options: {
  readonly name: string;
  readonly folder: string;
  readonly limits?: GivenLimits | undefined;
}): Crm {
  const { name, folder, limits } = options;
  let country: string | undefined;
  let loaded: { readonly stamp: string; readonly copy: Promise<Copy> } | null = null;

  async function current(): Promise<Copy> {
    const files = await filesOf(folder);
    const stamp = files.map(({ name: file, changedMs, size }) => `${file} ${changedMs} ${size}`).join('\n');
    if (loaded?.stamp !== stamp) {
      const copy = load(folder, files);
      loaded = { stamp, copy };
      copy.catch(() => {
        loaded = null;
      });
    }
    const copy = await loaded.copy.catch(() => {
      throw new CrmProblem(name, 'wrong answer', { says: 'has a file that nobody can read' });
    });
    if (copy.isUnknown) throw new CrmProblem(name, 'wrong answer', { says: NO_NUMBERS });
    country = copy.country;
    return copy;
  }

  return defineCrm({
    name,
    searchBy: CRM_FIELDS,
    freshness: 'copy',
    limits: { ...LIMITS, ...limits },
    country: () => country,
    async search(fields, page) {
      const { index, asOf } = await current();
      const { records, unreadable } = index.find(fields);
      return { ...pageOf(records, page), asOf, unreadable };
    },
    async fetch(accountNumber) {
      const { index, asOf } = await current();
      const { records, unreadable } = index.find({ accountNumber });
      if (unreadable > 0) throw new CrmProblem(name, 'unreadable record');
      return { value: records[0] ?? null, asOf };
    },
    async history(accountNumber, page) {
      const { history, asOf } = await current();
      return { ...pageOf(history.get(normaliseAccountNumber(accountNumber)) ?? [], page), asOf };
    },
    async products(accountNumber) {
      const { index, products, asOf } = await current();
      const listed = products.get(normaliseAccountNumber(accountNumber)) ?? [];
      const known = new Set(listed.map((product) => product.name));
      const named = index.find({ accountNumber }).records.flatMap((record) => record.products ?? []);
      return {
        value: [
          ...listed,
          ...named.filter((product) => !known.has(product)).map((product) => ({ name: product })),
        ],
        asOf,
      };
    },
    async list(page) {
      const { index, asOf } = await current();
      return { ...pageOf(index.all, page), asOf };
    },
  });
}

interface FileOfFolder {
  readonly name: string;
  readonly changedMs: number;
  readonly size: number;
}

async function filesOf(folder: string): Promise<readonly FileOfFolder[]> {
  const names = (await readdir(folder).catch(() => []))
    .filter((file) => file.endsWith('.csv') || file === MAPPING_FILE)
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const { mtimeMs: changedMs, size } = await stat(join(folder, name));
      return { name, changedMs, size };
    }),
  );
}

async function load(folder: string, files: readonly FileOfFolder[]): Promise<Copy> {
  const names = files.map((file) => file.name);
  const has = (file: string): boolean => names.includes(file);
  const mapping = has(MAPPING_FILE) ? await readMapping(folder) : MappingSchema.parse({});
  const beside = new Set([MAPPING_FILE, HISTORY_FILE, PRODUCTS_FILE]);
  const customers = names.filter((file) => !beside.has(file));
  const [read, history, products] = await Promise.all([
    Promise.all(customers.map((file) => readRecords(join(folder, file), mapping))),
    has(HISTORY_FILE) ? readHistory(join(folder, HISTORY_FILE), mapping) : new Map(),
    has(PRODUCTS_FILE) ? readProducts(join(folder, PRODUCTS_FILE), mapping) : new Map(),
  ]);
  const youngest = Math.max(0, ...files.map((file) => file.changedMs));
  const asOf = new Date(youngest).toISOString();
  const { country } = mapping;
  const isUnknown = read.length > 0 && read.every((file) => file.isUnknown);
  return { index: indexRecords(read, countryOf(country)), history, products, asOf, country, isUnknown };
}

/** Rejects for a file that is no mapping. */
export async function readMapping(folder: string): Promise<Mapping> {
  return MappingSchema.parse(JSON.parse(await readFile(join(folder, MAPPING_FILE), 'utf8')));
}

import type { JsonObject } from '../../../definitions/flow/json.ts';
import { JsonObjectSchema } from '../../../definitions/flow/json.schema.ts';
import type { Crm, CrmField, CrmWritten, PageRequest } from '../../sdk/crm.ts';
import { askJson, type JsonRequest } from '../../sdk/crm/ask-json.ts';
import type { CrmAdapter, SaidPage } from '../../sdk/crm/crm-adapter.ts';
import { CrmProblem } from '../../sdk/crm/crm-problem.ts';
import { CRM_FIELDS } from '../../sdk/crm/questions.ts';
import { defineCrm } from '../../sdk/define-crm.ts';
import { atPointer, textAt } from '../at-pointer.ts';
import { customerIn } from './customer-in.ts';
import type { RestFile } from './rest-file.schema.ts';

const NO_SUCH_CUSTOMER = 404;

/**
 * A CRM behind an HTTP API that answers JSON, pages by a cursor and asks for a bearer token; `file` says where what
 * stands. 404 on a customer's path means that there is none.
 */
export function restCrm(options: {
  readonly name: string;
  readonly file: RestFile;
  readonly token: string;
}): Crm {
  const { name, file, token } = options;
  const { search, fetch: one, list, history, products, addNote, openTicket, keyHeader, paging } = file;

  /** What the API says at a path; null if it knows no such customer. */
  async function ask(path: string, request: Omit<JsonRequest, 'url'>): Promise<unknown> {
    const url = new URL(file.url.replace(/\/$/, '') + path);
    const headers = { ...request.headers, authorization: `Bearer ${token}` };
    const { status, json } = await askJson(name, { ...request, url, headers }, [NO_SUCH_CUSTOMER]);
    if (status === NO_SUCH_CUSTOMER) return null;
    const error = atPointer(json, file.error);
    if (error !== undefined && error !== null && error !== false) {
      throw new CrmProblem(name, 'wrong answer', { says: 'says that something went wrong over there' });
    }
    return json;
  }

  async function page<T>(
    path: string,
    items: string,
    asked: PageRequest,
    request: Omit<JsonRequest, 'url'>,
    read: (item: unknown) => T,
  ): Promise<SaidPage<T>> {
    const query = {
      ...request.query,
      [paging.cursor]: asked.cursor ?? undefined,
      [paging.size]: String(asked.size),
    };
    const json = await ask(path, { ...request, query });
    if (json === null) return { items: [] };
    const next = atPointer(json, paging.next);
    return {
      items: listAt(name, json, items).map(read),
      next: typeof next === 'string' || typeof next === 'number' ? String(next) : null,
    };
  }

  async function write(
    path: string,
    id: string | readonly string[],
    body: JsonObject,
    key: string,
    signal: AbortSignal,
  ): Promise<CrmWritten> {
    const headers = keyHeader === null ? {} : { [keyHeader]: key };
    const json = await ask(path, { method: 'POST', body, headers, signal });
    if (json === null) throw new CrmProblem(name, 'refused', { says: 'knows no such customer' });
    return { externalId: textAt(json, id) ?? '' };
  }

  const customer = (item: unknown) => customerIn(item, file.customer);
  const adapter: CrmAdapter = {
    name,
    searchBy: fieldsOf(search.by),
    freshness: 'live',
    country: file.country,
    accountNumberAs: file.accountNumberAs,
    limits: file.limits,
    ...(addNote === undefined && openTicket === undefined
      ? {}
      : { writes: keyHeader === null ? ('once' as const) : ('keyed' as const) }),
    search: (fields, asked, signal) => {
      const query = Object.fromEntries(
        fieldsOf(search.by).flatMap((field) => {
          const [parameter, value] = [search.by[field], fields[field]];
          return parameter === undefined || value === undefined ? [] : [[parameter, value]];
        }),
      );
      return page(search.path, search.items, asked, { query, signal }, customer);
    },
    ...(one !== undefined && {
      fetch: async (accountNumber, signal) => {
        const json = await ask(pathOf(one.path, accountNumber), { signal });
        return { value: json === null ? null : customer(atPointer(json, one.item)) };
      },
    }),
    ...(list !== undefined && {
      list: (asked, signal) => page(list.path, list.items, asked, { signal }, customer),
    }),
    ...(history !== undefined && {
      history: (accountNumber, asked, signal) =>
        page(pathOf(history.path, accountNumber), history.items, asked, { signal }, (item) => ({
          id: textAt(item, history.id) ?? '',
          at: optional(item, history.at),
          channel: optional(item, history.channel),
          about: optional(item, history.about),
          outcome: optional(item, history.outcome),
          by: optional(item, history.by),
        })),
    }),
    ...(products !== undefined && {
      products: async (accountNumber, signal) => {
        const json = await ask(pathOf(products.path, accountNumber), { signal });
        const items = json === null ? [] : listAt(name, json, products.items);
        return {
          value: items.map((item) => ({
            name: textAt(item, products.name) ?? '',
            since: optional(item, products.since),
            state: optional(item, products.state),
          })),
        };
      },
    }),
    ...(addNote !== undefined && {
      addNote: (accountNumber, note, key, signal) => {
        const by = addNote.by === undefined ? {} : { [addNote.by]: note.by };
        return write(
          pathOf(addNote.path, accountNumber),
          addNote.id,
          { [addNote.text]: note.text, ...by },
          key,
          signal,
        );
      },
    }),
    ...(openTicket !== undefined && {
      openTicket: (accountNumber, ticket, key, signal) => {
        const body = JsonObjectSchema.parse({
          [openTicket.subject]: ticket.subject,
          [openTicket.text]: ticket.text,
        });
        return write(pathOf(openTicket.path, accountNumber), openTicket.id, body, key, signal);
      },
    }),
  };
  return defineCrm(adapter);
}

function fieldsOf(by: RestFile['search']['by']): readonly CrmField[] {
  return CRM_FIELDS.filter((field) => by[field] !== undefined);
}

function pathOf(path: string, accountNumber: string): string {
  return path.replaceAll('{accountNumber}', () => encodeURIComponent(accountNumber));
}

function listAt(crm: string, json: unknown, pointer: string): readonly unknown[] {
  const items = atPointer(json, pointer);
  if (!Array.isArray(items)) throw new CrmProblem(crm, 'wrong answer');
  return items;
}

function optional(item: unknown, pointers: string | readonly string[] | undefined): string | null {
  return pointers === undefined ? null : textAt(item, pointers);
}

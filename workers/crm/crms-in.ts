import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { CannotStart } from '../cannot-start.ts';
import type { Crm } from '../sdk/crm.ts';
import { csvCrm, readMapping } from './csv/csv-crm.ts';
import { restCrm } from './rest/rest-crm.ts';
import { RestFileSchema } from './rest/rest-file.schema.ts';
import { salesforceCrm } from './salesforce/salesforce-crm.ts';
import { SalesforceFileSchema } from './salesforce/salesforce-file.schema.ts';
import { sqlCrm } from './sql/sql-crm.ts';
import { SqlFileSchema } from './sql/sql-file.schema.ts';
import { zendeskCrm } from './zendesk/zendesk-crm.ts';
import { ZendeskFileSchema } from './zendesk/zendesk-file.schema.ts';

/** A secret by the name of its environment variable; throws a reason where it cannot be used. */
type Secret = (name: string) => string;

interface Place {
  readonly name: string;
  readonly folder: string;
}

const CRM_FILE = 'crm.json';

/** What makes a CRM of a `crm.json`, by the kind that it names. */
const KINDS: {
  readonly [kind: string]: (place: Place, file: unknown, secret: Secret) => Crm | Promise<Crm>;
} = {
  rest({ name }, given, secret) {
    const file = RestFileSchema.parse(given);
    return restCrm({ name, file, token: secret(file.token) });
  },
  salesforce({ name }, given, secret) {
    const file = SalesforceFileSchema.parse(given);
    return salesforceCrm({ name, file, clientSecret: secret(file.clientSecret) });
  },
  zendesk({ name }, given, secret) {
    const file = ZendeskFileSchema.parse(given);
    return zendeskCrm({ name, file, token: secret(file.token) });
  },
  sql: ({ name, folder }, given) => sqlCrm({ name, folder, file: SqlFileSchema.parse(given) }),
};

/**
 * Each folder in the folder is a CRM of its name: by its `crm.json`, or of CSV files where there is none. Rejects with
 * CannotStart, which names the first file that cannot be used, and why. A folder that is not there holds none.
 */
export async function crmsIn(
  folder: string | undefined,
  secret: (name: string) => string | undefined,
): Promise<readonly Crm[]> {
  if (folder === undefined) return [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const places = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }): Place => ({ name, folder: path.join(folder, name) }));
  return Promise.all(places.map((place) => crmAt(place, (name) => usable(name, secret(name)))));
}

async function crmAt(place: Place, secret: Secret): Promise<Crm> {
  const files = await readdir(place.folder);
  const isDescribed = files.includes(CRM_FILE);
  try {
    if (isDescribed)
      return await described(
        place,
        JSON.parse(await readFile(path.join(place.folder, CRM_FILE), 'utf8')),
        secret,
      );
    if (files.includes('mapping.json')) await readMapping(place.folder);
    return csvCrm(place);
  } catch (error) {
    const file = path.join(place.folder, isDescribed ? CRM_FILE : 'mapping.json');
    throw new CannotStart(
      `The customer system “${place.name}” cannot be used: ${reasonOf(error)} (${file}).`,
    );
  }
}

async function described(place: Place, file: unknown, secret: Secret): Promise<Crm> {
  const { kind } = z.looseObject({ kind: z.string() }).parse(file);
  const make = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (make === undefined) throw new Reason(`kind must be one of ${Object.keys(KINDS).join(', ')}`);
  return make(place, file, secret);
}

class Reason extends Error {}

function usable(name: string, value: string | undefined): string {
  const secret = value?.trim() ?? '';
  if (secret === '') throw new Reason(`set ${name} in the worker’s environment`);
  if (!/^[\x21-\x7e]+$/.test(secret))
    throw new Reason(`what ${name} holds cannot be sent: it has other than plain signs`);
  return secret;
}

function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'its file is not JSON';
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    const at = issue?.path.join('.') ?? '';
    return `${at === '' ? 'what it says does not fit' : at}: ${issue?.message ?? ''}`;
  }
  return error instanceof Error ? error.message : String(error);
}

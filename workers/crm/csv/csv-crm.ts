import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isSupportedCountry } from 'libphonenumber-js/max';
import { defineCrm, type Crm } from '../../sdk/crm.ts';
import { MappingSchema, type Mapping } from './mapping.schema.ts';
import { readRecords } from './read-records.ts';
import { indexRecords, type RecordIndex } from './record-index.ts';

const MAPPING_FILE = 'mapping.json';

/**
 * A CRM that is a folder of CSV files, read into memory and indexed by e-mail, phone and account number. A change of
 * any file (by time or size) is seen at the next question. A folder that is not there is an empty CRM. A row that
 * cannot be read holds up only those who ask for what stands in it.
 */
export function csvCrm(options: { readonly name: string; readonly folder: string }): Crm {
  const { name, folder } = options;
  let loaded: { readonly stamp: string; readonly index: Promise<RecordIndex> } | null = null;

  async function current(): Promise<RecordIndex> {
    const files = await filesOf(folder);
    const stamp = files.map((file) => file.stamp).join('\n');
    if (loaded?.stamp !== stamp) {
      const index = load(
        name,
        folder,
        files.map((file) => file.name),
      );
      loaded = { stamp, index };
      index.catch(() => {
        loaded = null;
      });
    }
    return loaded.index;
  }

  return defineCrm({ name, lookUp: async (question) => (await current()).find(question) });
}

async function filesOf(folder: string): Promise<readonly { name: string; stamp: string }[]> {
  const names = (await readdir(folder).catch(() => []))
    .filter((file) => file.endsWith('.csv') || file === MAPPING_FILE)
    .sort();
  return Promise.all(
    names.map(async (file) => {
      const { mtimeMs, size } = await stat(join(folder, file));
      return { name: file, stamp: `${file} ${mtimeMs} ${size}` };
    }),
  );
}

async function load(name: string, folder: string, files: readonly string[]): Promise<RecordIndex> {
  const mapping: Mapping = MappingSchema.parse(
    files.includes(MAPPING_FILE) ? JSON.parse(await readFile(join(folder, MAPPING_FILE), 'utf8')) : {},
  );
  const csv = files.filter((file) => file !== MAPPING_FILE);
  const read = await Promise.all(csv.map((file) => readRecords(join(folder, file), name, mapping)));
  const { country } = mapping;
  return indexRecords(read, country !== undefined && isSupportedCountry(country) ? country : undefined);
}

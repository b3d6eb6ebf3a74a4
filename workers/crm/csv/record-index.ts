import type { CountryCode } from 'libphonenumber-js/max';
import type { CrmField, CrmSearch } from '../../sdk/crm.ts';
import type { SaidRecord } from '../../sdk/crm/crm-adapter.ts';
import { CERTAIN, CRM_FIELDS } from '../../sdk/crm/questions.ts';
import { searchKeys } from '../search-keys.ts';
import type { RecordFile } from './read-records.ts';

/** Records by what they can be found by. */
export interface RecordIndex {
  readonly all: readonly SaidRecord[];
  /** Those that fit in all fields, and how many rows that cannot be read hold what is asked for. */
  find(fields: CrmSearch): { readonly records: readonly SaidRecord[]; readonly unreadable: number };
}

/** Indexes records by each field once it is first asked for. */
export function indexRecords(files: readonly RecordFile[], country?: CountryCode): RecordIndex {
  const all = files.flatMap((file) => file.records);
  const byField = new Map<CrmField, ReadonlyMap<string, readonly number[]>>();
  const unreadable = new Set(
    files.flatMap((file) =>
      file.unreadable.flatMap((cell) =>
        CERTAIN.flatMap((field) => searchKeys(field, cell, country).map((key) => `${field}:${key}`)),
      ),
    ),
  );

  function indexOf(field: CrmField): ReadonlyMap<string, readonly number[]> {
    const known = byField.get(field);
    if (known !== undefined) return known;
    const index = new Map<string, number[]>();
    for (const [place, record] of all.entries()) {
      const value = record[field];
      if (value === null || value === undefined) continue;
      for (const key of searchKeys(field, value, country)) {
        const places = index.get(key);
        if (places === undefined) index.set(key, [place]);
        else places.push(place);
      }
    }
    byField.set(field, index);
    return index;
  }

  return {
    all,
    find(fields) {
      const asked = CRM_FIELDS.flatMap((field) => {
        const value = fields[field];
        if (value === undefined) return [];
        const keys = searchKeys(field, value, country);
        // What says nothing fits nobody.
        return (keys.length === 0 ? [''] : keys).map((key) => ({ field, key }));
      });
      const [first = [], ...others] = asked
        .map(({ field, key }) => indexOf(field).get(key) ?? [])
        .sort((a, b) => a.length - b.length);
      const sets = others.map((places) => new Set(places));
      const fitting = first.filter((place) => sets.every((places) => places.has(place)));
      return {
        records: fitting.flatMap((place) => all[place] ?? []),
        unreadable: asked.filter(({ field, key }) => unreadable.has(`${field}:${key}`)).length,
      };
    },
  };
}

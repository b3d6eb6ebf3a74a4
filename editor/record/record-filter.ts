import { ACTS } from '../../definitions/model/act.ts';
import type { AuditFilter } from '../../definitions/model/views/audit.ts';
import {
  changedParts,
  oneOf,
  partsIn,
  word,
  wrongPartsOf,
  type Reader,
  type WrongPart,
} from '../filter/address-filter.ts';
import { queryText } from '../shell/api.ts';

export type RecordPart = keyof AuditFilter;

const READERS: { readonly [name in RecordPart]-?: Reader<AuditFilter[name]> } = {
  who: word,
  act: oneOf(ACTS),
  caseId: word,
};

/** The filter of the record that an address names; what it does not understand is left out. */
export function recordFilterIn(search: URLSearchParams): AuditFilter {
  return partsIn(READERS, search);
}

/** What an address asks for that the record cannot be filtered by. */
export function wrongRecordParts(search: URLSearchParams): readonly WrongPart<RecordPart>[] {
  return wrongPartsOf(READERS, search);
}

/** The address of the record with this filter, changed in some parts; a part set to undefined is taken out. */
export function recordAddress(
  filter: AuditFilter,
  part: { readonly [name in RecordPart]?: AuditFilter[name] | undefined } = {},
): string {
  return `/record${queryText(queryOf(changedParts(filter, part)))}`;
}

/** The query of the address, and of the API, that names a filter. */
export function queryOf(filter: AuditFilter): { readonly [name in RecordPart]?: string } {
  return { ...filter };
}

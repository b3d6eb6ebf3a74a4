import type { JsonObject } from '../flow/json.ts';
import type { Address } from './address.ts';
import { setField, type SetField } from './change.ts';
import { member, sameJson } from './json-things.ts';

/** The fields in which two states of one thing differ. `passedOver`: members that are no fields. */
export function fieldChanges(
  thing: Address,
  before: JsonObject,
  after: JsonObject,
  passedOver: ReadonlySet<string> = NOTHING,
): readonly SetField[] {
  const changes: SetField[] = [];
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [member(before, field), member(after, field)];
    if (passedOver.has(field) || sameJson(was, is)) continue;
    changes.push(setField(thing, field, { before: was, after: is }));
  }
  return changes;
}
const NOTHING: ReadonlySet<string> = new Set();

import { FIELD_KINDS, type FieldKind } from '../../identity/matching/field-kind.ts';
import { CallerProblem } from '../caller-problem.ts';
import type { MatchFieldMap } from './field-map.schema.ts';
import { usualKind } from './usual-names.ts';

/** A field that is compared: which columns hold it, joined by a blank where there are several. */
export interface ComparedColumns {
  readonly kind: FieldKind;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** Which columns of two files are compared, which name the records, and which are not looked at. */
export interface MatchColumns {
  readonly id: { readonly left: string; readonly right: string };
  readonly fields: readonly ComparedColumns[];
  readonly unused: { readonly left: readonly string[]; readonly right: readonly string[] };
}

type Known = ReadonlyMap<FieldKind | 'id', string>;

/**
 * Finds what two files have in common, by the usual names of columns or as `map` says (which then says all). A file that
 * holds names in whole is compared with given and family name of the other, joined.
 */
export function matchColumns(
  left: readonly string[],
  right: readonly string[],
  map: MatchFieldMap | null,
): MatchColumns {
  const [ofLeft, ofRight] = [known(left, map, 'left'), known(right, map, 'right')];
  const fields = FIELD_KINDS.flatMap((kind): ComparedColumns[] => {
    const [one, other] = [ofLeft.get(kind), ofRight.get(kind)];
    if (one !== undefined && other !== undefined) return [{ kind, left: [one], right: [other] }];
    if (kind !== 'name') return [];
    const [parts, otherParts] = [nameParts(ofLeft), nameParts(ofRight)];
    if (one !== undefined && otherParts !== null) return [{ kind, left: [one], right: otherParts }];
    return other !== undefined && parts !== null ? [{ kind, left: parts, right: [other] }] : [];
  });
  if (fields.length === 0)
    throw new CallerProblem(
      'nothing in common',
      `Nobody can tell what is to be compared of ${left.join(', ') || 'no columns'}${left === right ? '' : ` and ${right.join(', ') || 'no columns'}`}`,
      'say with --fields which column is the family name, the date of birth, …',
    );
  const used = {
    left: new Set(fields.flatMap((one) => one.left)),
    right: new Set(fields.flatMap((one) => one.right)),
  };
  const id = { left: idOf(left, ofLeft), right: idOf(right, ofRight) };
  const unused = {
    left: left.filter((column) => !used.left.has(column) && column !== id.left),
    right: right.filter((column) => !used.right.has(column) && column !== id.right),
  };
  return { id, fields, unused };
}

function known(columns: readonly string[], map: MatchFieldMap | null, side: 'left' | 'right'): Known {
  if (map !== null)
    return new Map(
      Object.entries(map).map(([kind, named]) => {
        const column = typeof named === 'string' ? named : named[side];
        if (!columns.includes(column))
          throw new CallerProblem(
            'no column',
            `The ${side} file has no column “${column}”`,
            `name one of ${columns.join(', ')}`,
          );
        return [kind as FieldKind | 'id', column];
      }),
    );
  const found = new Map<FieldKind | 'id', string>();
  for (const column of columns) {
    const kind = usualKind(column);
    if (kind !== undefined && !found.has(kind)) found.set(kind, column);
  }
  return found;
}

function nameParts(of: Known): readonly string[] | null {
  const parts = [of.get('given name'), of.get('family name')].filter((part) => part !== undefined);
  return parts.length === 0 ? null : parts;
}

/** Otherwise the first column. */
function idOf(columns: readonly string[], of: Known): string {
  return of.get('id') ?? columns[0] ?? '';
}

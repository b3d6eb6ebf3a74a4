import type { Flow } from '../flow.ts';
import { quotedShort, type Leave } from './left-out.ts';

/**
 * A flow of ours that another tool may have changed: all that `theirs` says otherwise than `written`, which is what was
 * written of `own`, is taken from there, thing by thing and field by field; everything else stays as it was.
 */
export function keepOwn(own: Flow, written: Flow, theirs: Flow, leave: Leave): Flow {
  if (isSame(written, theirs)) return own;
  const head = changed(own, written, theirs, () => undefined);
  return {
    ...head,
    variables: own.variables,
    lanes: things(own.lanes, written.lanes, theirs.lanes, leave),
    nodes: things(own.nodes, written.nodes, theirs.nodes, leave),
    edges: things(own.edges, written.edges, theirs.edges, leave),
  };
}

interface Thing {
  readonly id: string;
  readonly name?: string;
}

function things<T extends Thing>(
  own: readonly T[],
  written: readonly T[],
  theirs: readonly T[],
  leave: Leave,
): T[] {
  const before = byId(written);
  const after = byId(theirs);
  const known = new Set(own.map(({ id }) => id));
  const kept = own.flatMap((one): T[] => {
    const was = before.get(one.id);
    const now = after.get(one.id);
    // What could not be written is not missing from the file.
    if (was === undefined) return [one];
    if (now === undefined) return [];
    if (kindOf(was) !== kindOf(now)) {
      leave(`What ${quotedShort(one.name ?? one.id)} was`, 'It was made another kind of step.');
      return [now];
    }
    const lost = (field: string): void =>
      leave(
        `A part of “${field}” of ${quotedShort(one.name ?? one.id)}`,
        'It was changed in the file, which says less of it than the flow did.',
      );
    return [changed(one, was, now, lost)];
  });
  return [...kept, ...theirs.filter(({ id }) => !known.has(id))];
}

/** `own` with the members that differ between `written` and `theirs`. */
function changed<T extends object>(own: T, written: T, theirs: T, lost: (field: string) => void): T {
  const all = new Set([...Object.keys(written), ...Object.keys(theirs)]);
  const differing = [...all].filter(
    (field) => !isSame(Reflect.get(written, field), Reflect.get(theirs, field)),
  );
  const result = { ...own };
  for (const field of differing) {
    const value: unknown = Reflect.get(theirs, field);
    const was: unknown = Reflect.get(own, field);
    if (was !== undefined && !isSame(was, Reflect.get(written, field)) && typeof was === 'object')
      lost(field);
    if (value === undefined) Reflect.deleteProperty(result, field);
    else Reflect.set(result, field, value);
  }
  return result;
}

function byId<T extends Thing>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.toReversed().map((one) => [one.id, one]));
}

function kindOf(thing: object): unknown {
  return Reflect.get(thing, 'kind');
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

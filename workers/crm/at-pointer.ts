import { pointerSteps } from '../../definitions/flow/json-pointer.ts';

/** What stands at a JSON Pointer (RFC 6901) of a value; undefined where nothing does. */
export function atPointer(value: unknown, pointer: string): unknown {
  let at = value;
  for (const step of pointerSteps(pointer)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = Reflect.get(at, step);
  }
  return at;
}

/** Text at one place or, of several, joined by blanks; null where nothing is said. */
export function textAt(value: unknown, pointers: string | readonly string[]): string | null {
  const parts = (typeof pointers === 'string' ? [pointers] : pointers).flatMap((pointer) => {
    const said = atPointer(value, pointer);
    return typeof said === 'string' || typeof said === 'number' ? [String(said)] : [];
  });
  return parts.length === 0 ? null : parts.join(' ');
}

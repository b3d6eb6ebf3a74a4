/** Deepest nesting that is written; deeper values are refused before they can exhaust the stack. */
const DEEPEST = 500;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * A value that JSON cannot hold, or not unambiguously. `code` says why, `at` where (a JSON Pointer, RFC 6901).
 * Whoever made the value must make it plain JSON first.
 */
export class NotJson extends Error {
  override readonly name = 'NotJson';
  readonly code: 'not a number' | 'lone surrogate' | 'no JSON type' | 'too deep';
  readonly at: string;
  constructor(code: NotJson['code'], at: string) {
    super(
      `No canonical JSON: ${code} at '${at}'. Give plain JSON: null, booleans, finite numbers, text, lists, objects.`,
    );
    this.code = code;
    this.at = at;
  }
}

/**
 * The one canonical text of a JSON value (RFC 8785): members sorted by UTF-16 code units, no white space, numbers
 * as ECMAScript writes them. As with JSON.stringify, a member that is undefined is left out. Throws NotJson.
 * Who writes again and again what changes little keeps `written`: what is the same object is not written anew.
 */
export function canonicalJson(value: unknown, written?: WeakMap<object, string>): string {
  return write(value, '', 0, written);
}

function write(
  value: unknown,
  at: string,
  depth: number,
  written: WeakMap<object, string> | undefined,
): string {
  if (depth > DEEPEST) throw new NotJson('too deep', at);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotJson('not a number', at);
    return JSON.stringify(value);
  }
  if (typeof value === 'string') return writeText(value, at);
  if (typeof value !== 'object') throw new NotJson('no JSON type', at);
  const known = written?.get(value);
  if (known !== undefined) return known;
  const text = writeParts(value, at, depth, written);
  written?.set(value, text);
  return text;
}

function writeParts(
  value: object,
  at: string,
  depth: number,
  written: WeakMap<object, string> | undefined,
): string {
  if (Array.isArray(value)) {
    // By index, not by map: a hole must be refused, not skipped.
    const items: string[] = [];
    for (let index = 0; index < value.length; index++) {
      items.push(write(value[index], `${at}/${index}`, depth + 1, written));
    }
    return `[${items.join(',')}]`;
  }
  if (isPlainObject(value)) {
    const members: string[] = [];
    for (const [name, member] of Object.entries(value).sort(byCodeUnits)) {
      if (member === undefined) continue;
      const place = `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      members.push(`${writeText(name, place)}:${write(member, place, depth + 1, written)}`);
    }
    return `{${members.join(',')}}`;
  }
  throw new NotJson('no JSON type', at);
}

function writeText(text: string, at: string): string {
  // RFC 8785 3.2.2.2: a lone surrogate has no UTF-8, so there is nothing to hash.
  if (LONE_SURROGATE.test(text)) throw new NotJson('lone surrogate', at);
  return JSON.stringify(text);
}

function byCodeUnits(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1;
}

function isPlainObject(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A prototype without a prototype is Object's own, of this realm or another (a sandbox hands objects across).
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

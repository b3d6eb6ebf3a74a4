import { namesIn } from './names-in.ts';
import { normalName } from './parse/name.ts';

/** Whether FEEL reads it as a name, where it knows it. */
export function isReadableName(name: string): boolean {
  if (RESERVED.has(normalName(name))) return false;
  const [place, ...others] = namesIn(name, { kind: 'expression' }, { [name]: { type: 'any' } });
  return place?.from === 0 && place.to === name.length && others.length === 0;
}

/** What an expression says by itself. */
const RESERVED: ReadonlySet<string> = new Set(
  'for in return if then else some every satisfies and or between instance of function null true false not'.split(
    ' ',
  ),
);

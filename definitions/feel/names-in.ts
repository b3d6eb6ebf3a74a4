import type { TypeEnvironment } from './compiler.ts';
import { partsReader, type NamedPlace, type ReadAs } from './parts-of.ts';

export type { NamedPlace, ReadAs } from './parts-of.ts';

/** What a variable is called, and what it is to be called. */
export interface NewName {
  readonly from: string;
  readonly to: string;
}

/**
 * Where a source names the variables that are declared, in its order: not what it names itself (in `for`, `some`, `every`,
 * functions, contexts and filters), not fields after a dot. Nothing, where it cannot be read.
 */
export function namesIn(source: string, as: ReadAs, types: TypeEnvironment): readonly NamedPlace[] {
  return partsReader(types).read(source, as)?.names ?? [];
}

/** The source with a variable called otherwise wherever it is named, and nothing else changed. */
export function renamedIn(source: string, as: ReadAs, { from, to }: NewName, types: TypeEnvironment): string {
  return written(
    source,
    namesIn(source, as, types).filter(({ name }) => name === from),
    to,
  );
}

/** The source with `name` in each of these places, which stand in its order. */
export function written(source: string, places: readonly NamedPlace[], name: string): string {
  let text = '';
  let at = 0;
  for (const place of places) {
    text += source.slice(at, place.from) + name;
    at = place.to;
  }
  return text + source.slice(at);
}

/** The same types, one of them under another name. */
export function renamedTypes(types: TypeEnvironment, { from, to }: NewName): TypeEnvironment {
  return Object.fromEntries(Object.entries(types).map(([name, type]) => [name === from ? to : name, type]));
}

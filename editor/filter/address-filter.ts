/** Filters that stand in an address: read, changed, and what of them cannot be understood. */

const LONGEST = 300;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** What the values of a filter in an address mean; undefined when they mean nothing. */
export type Reader<T = unknown> = (values: readonly string[]) => T | undefined;
export type Readers = { readonly [name: string]: Reader };
/** Parts of a filter by name; what is not filtered by is left out. */
export type Parts = { readonly [name: string]: unknown };

/** A part of an address that is no filter of the list, or asks for what there is not. */
export interface WrongPart<Name extends PropertyKey = string> {
  readonly name: string;
  readonly value: string;
  /** Null: there is no filter of that name. */
  readonly filter: Name | null;
}

/** The filter that an address names. What it does not understand is left out: see `wrongPartsOf`. */
export function partsIn(readers: Readers, search: URLSearchParams): Parts {
  return onlyNamed(
    Object.fromEntries(Object.entries(readers).map(([name, read]) => [name, read(search.getAll(name))])),
  );
}

/** What an address asks for that cannot be understood, in its order. Of `several` each value may stand beside others. */
export function wrongPartsOf<R extends Readers>(
  readers: R,
  search: URLSearchParams,
  several: readonly (keyof R)[] = [],
): readonly WrongPart<keyof R>[] {
  return [...new Set(search.keys())].flatMap((name): WrongPart<keyof R>[] => {
    const values = search.getAll(name).filter((value) => value !== '');
    if (!isNameIn(readers, name)) return [{ name, value: values.join(', '), filter: null }];
    const wrong = values.filter(
      (value, index) => (index > 0 && !several.includes(name)) || readers[name]?.([value]) === undefined,
    );
    return wrong.map((value) => ({ name, value, filter: name }));
  });
}

/** The filter with some parts changed; a part set to undefined is taken out. */
export function changedParts(filter: object, part: object): Parts {
  return onlyNamed({ ...filter, ...part });
}

/** Any text that is not too long. */
export function word([value]: readonly string[]): string | undefined {
  return value !== undefined && value !== '' && value.length <= LONGEST ? value : undefined;
}

export function yesNo([value]: readonly string[]): boolean | undefined {
  return value === 'true' || value === 'false' ? value === 'true' : undefined;
}

/** An instant in ISO 8601 with its zone. */
export function instant([value]: readonly string[]): string | undefined {
  return value !== undefined && INSTANT.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
}

export function oneOf<T extends string>(known: readonly T[]): Reader<T> {
  return ([value]) => known.find((one) => one === value);
}

function onlyNamed(parts: Parts): Parts {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

function isNameIn<R extends Readers>(readers: R, name: string): name is Extract<keyof R, string> {
  return Object.hasOwn(readers, name);
}

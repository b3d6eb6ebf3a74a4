/** Things made from texts, each text's once. */
export interface EachOnce<T> {
  /** What was made so far, in the order in which it was asked for. */
  readonly made: readonly T[];
  /** The place among `made` of what a text makes. */
  placeOf(source: string): number;
  of(source: string): T;
}

/** Many cells of a column say the same: what they make need be made only once. */
export function eachOnce<T>(make: (source: string) => T): EachOnce<T> {
  const made: T[] = [];
  const places = new Map<string, number>();
  const placeOf = (source: string): number => {
    const known = places.get(source);
    if (known !== undefined) return known;
    const place = made.push(make(source)) - 1;
    places.set(source, place);
    return place;
  };
  return { made, placeOf, of: (source) => made[placeOf(source)] ?? make(source) };
}

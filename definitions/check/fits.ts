import type { ValueType } from '../flow/value-type.ts';

/** 'partly': some of the values that may come are not taken. */
export type Fit = 'yes' | 'partly' | 'no';

/**
 * Whether values of one declared type may go where another is wanted. 'any' on either side is not known to be
 * wrong. `wire`: on the way to or from an activity, where texts, instants and durations travel as plain strings.
 */
export function fits(from: ValueType, to: ValueType, wire = false): Fit {
  if (from.type === 'any' || to.type === 'any') return 'yes';
  if (from.type === 'string' && to.type === 'string') return allowedFit(from.allowed, to.allowed);
  if (from.type === 'list' && to.type === 'list') return fits(from.of, to.of, wire);
  if (from.type === 'context' && to.type === 'context') return contextFit(from.fields, to.fields, wire);
  if (from.type === to.type) return 'yes';
  return wire && (isPlainString(from, to) || isPlainString(to, from)) ? 'yes' : 'no';
}

/** Of several types wanted, whether some one is met; the best fit counts. */
export function fitsAny(from: ValueType, wanted: readonly ValueType[]): Fit {
  const found = wanted.map((to) => fits(from, to));
  if (found.length === 0 || found.includes('yes')) return 'yes';
  return found.includes('partly') ? 'partly' : 'no';
}

function allowedFit(from: readonly string[] | undefined, to: readonly string[] | undefined): Fit {
  if (from === undefined || to === undefined || from.length === 0) return 'yes';
  const known = new Set(to);
  const taken = from.filter((value) => known.has(value)).length;
  if (taken === from.length) return 'yes';
  return taken === 0 ? 'no' : 'partly';
}

/** A field that does not come is null, which every type holds; so only fields on both sides can disagree. */
function contextFit(
  from: { readonly [name: string]: ValueType },
  to: { readonly [name: string]: ValueType },
  wire: boolean,
): Fit {
  let worst: Fit = 'yes';
  for (const [name, wanted] of Object.entries(to)) {
    const given = Object.hasOwn(from, name) ? from[name] : undefined;
    const fit = given === undefined ? 'yes' : fits(given, wanted, wire);
    if (fit === 'no') return 'no';
    if (fit === 'partly') worst = 'partly';
  }
  return worst;
}

const STRINGS_ON_THE_WIRE: ReadonlySet<ValueType['type']> = new Set<ValueType['type']>([
  'text',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
]);

function isPlainString(plain: ValueType, other: ValueType): boolean {
  return plain.type === 'string' && plain.allowed === undefined && STRINGS_ON_THE_WIRE.has(other.type);
}

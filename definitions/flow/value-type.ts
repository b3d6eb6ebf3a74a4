/**
 * The declared type of a variable, an input or an output. FEEL's types (DMN 1.5, 10.3.1), and one of our own:
 * `text`, the random id of something a person wrote. A text stands in the database, never in a history; an
 * expression cannot look into it, only hand it on to an activity that may.
 *
 * Instants and durations travel as ISO 8601 strings ('2026-03-01T09:00:00Z', 'PT2H', 'P1M'); the declared type
 * says how FEEL reads them.
 */
export type ValueType =
  | { readonly type: 'string'; readonly allowed?: readonly string[] }
  | { readonly type: 'number' }
  | { readonly type: 'boolean' }
  | { readonly type: 'date' }
  | { readonly type: 'time' }
  | { readonly type: 'date and time' }
  | { readonly type: 'days and time duration' }
  | { readonly type: 'years and months duration' }
  | { readonly type: 'text' }
  | { readonly type: 'list'; readonly of: ValueType }
  | { readonly type: 'context'; readonly fields: { readonly [name: string]: ValueType } }
  | { readonly type: 'any' };

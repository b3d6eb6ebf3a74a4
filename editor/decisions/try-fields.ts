import { lengthOfTime } from '../../definitions/decision/length-of-time.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../definitions/feel/compiler.ts';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import { spokenName } from '../../definitions/flow/spoken-name.ts';
import { durationWords } from '../shell/moment.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { typedValue } from '../stuck/typed-value.ts';
import { triedAt } from './tried-input.ts';

/** One value that a table is given: by its name, or the names of fields that lead to it. */
export interface TryField {
  readonly key: string;
  readonly path: readonly string[];
  readonly label: string;
  readonly type: ValueType;
  /** The input that is this value, if there is one. */
  readonly input: string | null;
}

/** What was typed, by the fields' keys. */
export type Typed = { readonly [key: string]: string };

/** The fields to try a table with: one for each input, then what else its cells look at. */
export function tryFields(
  { inputs }: Pick<DecisionTable, 'inputs'>,
  types: TypeEnvironment,
  uses: readonly string[],
): readonly TryField[] {
  const fields = new Map<string, TryField>();
  const put = (path: readonly string[], label: string, type: ValueType, input: string | null): void => {
    const key = path.join('.');
    if (!fields.has(key)) fields.set(key, { key, path, label, type, input });
  };
  for (const [place, input] of inputs.entries())
    put(triedAt(input, place, types), input.name, input.type, input.id);
  const led = new Set([...fields.values()].map(({ path }) => path[0]));
  for (const name of uses) {
    if (led.has(name)) continue;
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    if (type?.type === 'context')
      for (const [field, of] of Object.entries(type.fields)) put([name, field], spokenName(field), of, null);
    else put([name], spokenName(name), type ?? { type: 'any' }, null);
  }
  return [...fields.values()];
}

/** What was typed as the values that a table is given, and what is wrong with some; null scope: nothing was typed. */
export function scopeFrom(
  fields: readonly TryField[],
  typed: Typed,
): { readonly scope: JsonObject | null; readonly problems: { readonly [key: string]: string } } {
  const problems: Record<string, string> = {};
  let scope: JsonObject = {};
  let isAny = false;
  for (const { key, path, type } of fields) {
    const text = typed[key] ?? '';
    if (text.trim() !== '') isAny = true;
    const read = triedValue(text, type);
    if ('problem' in read) problems[key] = read.problem;
    scope = put(scope, path, 'problem' in read ? null : read.value);
  }
  return { scope: isAny ? scope : null, problems };
}

function triedValue(text: string, type: ValueType): ReturnType<typeof typedValue> {
  if (type.type === 'days and time duration' && text.trim() !== '') {
    const length = /^-?P/.test(text.trim()) ? text.trim() : lengthOfTime(text);
    return length === undefined ? { problem: drawingWords.decisions.tryIt.noLength } : { value: length };
  }
  if (type.type !== 'list' || text.trim() === '' || text.trim().startsWith('['))
    return typedValue(text, type.type);
  const items = text.split(',').map((item) => typedValue(item, type.of.type));
  const wrong = items.find((item) => 'problem' in item);
  return wrong ?? { value: items.map((item) => ('value' in item ? item.value : null)) };
}

/** A value as it is typed into a field; a length of time as it is said, if it can be. */
export function typedText(value: Json, type: ValueType): string {
  if (value === null) return '';
  if (typeof value === 'string' && type.type === 'days and time duration') {
    const said = durationWords(value) ?? '';
    return lengthOfTime(said) === undefined ? value : said;
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function put(scope: JsonObject, [name = '', ...rest]: readonly string[], value: Json): JsonObject {
  if (rest.length === 0) return { ...scope, [name]: value };
  const inner = scope[name];
  const known = typeof inner === 'object' && inner !== null && !isList(inner) ? inner : {};
  return { ...scope, [name]: put(known, rest, value) };
}

function isList(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}

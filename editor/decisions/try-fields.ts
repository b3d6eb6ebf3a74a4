import { lengthOfTime } from '../../definitions/decision/length-of-time.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../definitions/feel/compiler.ts';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import { spokenName } from '../../definitions/flow/spoken-name.ts';
import { durationWords } from '../shell/moment.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { typedValue } from '../stuck/typed-value.ts';
import type { Looks } from './asked-table.ts';
import { put } from './laid-over.ts';
import { pathOf, workedOutName } from './tried-input.ts';

/** One value that a table is given: by its name, or the names of fields that lead to it. */
export interface TryField {
  readonly key: string;
  readonly path: readonly string[];
  readonly label: string;
  readonly type: ValueType;
  /** The input of the table that is tried which is this value, if there is one. */
  readonly input: string | null;
  /** Of what other tables decide, the names that it comes of; none: it is given. */
  readonly goesBy: readonly string[];
  /** Texts to choose from, where another table asks for it. */
  readonly named?: readonly string[];
}

/** What was typed, by the fields' keys. */
export type Typed = { readonly [key: string]: string };

/** The fields of what a table looks at: one for each input, then what else its cells look at. */
export function tryFields(
  { inputs, requires = {} }: Pick<DecisionTable, 'inputs' | 'requires'>,
  { types, uses, inputUses }: Looks,
): readonly TryField[] {
  const fields = new Map<string, TryField>();
  const put = (field: Omit<TryField, 'key' | 'goesBy'>, names: readonly string[]): void => {
    const goesBy = names.filter((name) => Object.hasOwn(requires, name));
    const key = `${goesBy.length === 0 ? '' : 'decided '}${field.path.join('.')}`;
    if (!fields.has(key)) fields.set(key, { key, goesBy, ...field });
  };
  for (const input of inputs) {
    const { id, name: label, type } = input;
    const path = pathOf(input, types);
    const names = path === null ? (inputUses[id] ?? []) : path.slice(0, 1);
    put({ path: path ?? [workedOutName(input)], label, type, input: id }, names);
  }
  const led = new Set([...fields.values()].map(({ path }) => path[0]));
  for (const name of uses) if (!led.has(name)) for (const field of named(name, types)) put(field, [name]);
  return [...fields.values()];
}

function named(name: string, types: TypeEnvironment): readonly Omit<TryField, 'key' | 'goesBy'>[] {
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (type?.type !== 'context')
    return [{ path: [name], label: spokenName(name), type: type ?? { type: 'any' }, input: null }];
  return Object.entries(type.fields).map(([field, of]) => ({
    path: [name, field],
    label: spokenName(field),
    type: of,
    input: null,
  }));
}

/** What was typed, as the values that a table is given, and what is wrong with some. */
export function scopeFrom(
  fields: readonly TryField[],
  typed: Typed,
): {
  readonly scope: JsonObject;
  readonly problems: { readonly [key: string]: string };
  /** Something was typed. */
  readonly isAny: boolean;
} {
  const problems: Record<string, string> = {};
  let scope: JsonObject = {};
  for (const { key, path, type } of fields) {
    const read = triedValue(typed[key] ?? '', type);
    if ('problem' in read) problems[key] = read.problem;
    scope = put(scope, path, 'problem' in read ? null : read.value);
  }
  return { scope, problems, isAny: fields.some(({ key }) => (typed[key] ?? '').trim() !== '') };
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

import { quoted } from '../../definitions/decision/quoted.ts';
import { BUILTINS } from '../../definitions/feel/builtins/catalogue.ts';
import type { Parameter, Signature } from '../../definitions/feel/builtins/builtin.ts';
import { partsReader, type PartsReader, type ReadParts } from '../../definitions/feel/parts-of.ts';
import type { Syntax } from '../../definitions/feel/parse/syntax.ts';
import { PROPERTIES } from '../../definitions/feel/value/property.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import { allowedAt } from './expected.ts';
import { ending, isInRemark, laterStarts, openText } from './open-source.ts';
import type { FeelSetting } from './setting.ts';
import { typeWithParts } from './type-text.ts';

/** Something that can stand at a place. `cursor`: where one writes on, counted in `write`. */
export interface Completion {
  readonly kind: 'value' | 'name' | 'function';
  readonly label: string;
  readonly write: string;
  readonly cursor: number;
  /** What it is, or how it is called. */
  readonly detail: string;
}

/** What can stand from `from` on, the likeliest first; what of it suits what is written there is for who shows it. */
export interface Completions {
  readonly from: number;
  readonly options: readonly Completion[];
}

/** Beyond so many characters nothing is offered: each key would take too long. */
const LONGEST = 2_000;
/** So many later beginnings are tried where the whole cannot be read. */
const MOST_STARTS = 24;
/** Stands for the name that is not written yet. */
const HOLE = 'hole7';

/**
 * What can stand at a position, by what is written before it: names in sight, fields after a dot, the values that what
 * it is compared with may have, functions. Null: nothing. Unless it `isAskedFor`, nothing is offered where nothing has
 * been begun, but for fields and values.
 */
export function completionsAt(
  source: string,
  position: number,
  setting: FeelSetting,
  isAskedFor = false,
): Completions | null {
  const before = source.slice(0, position);
  if (before.length > LONGEST || isInRemark(before)) return null;
  const quote = openText(before);
  const text = quote >= 0 ? before.slice(0, quote) + HOLE : endsInName(before) ? before : before + HOLE;
  const place = placeIn(text, setting);
  if (place === null) return null;
  const values = allowedAt(place.target, place.parts, setting).map(valueOption);
  if (quote >= 0) return values.length === 0 ? null : { from: quote, options: values };
  const from = place.start + (place.target.kind === 'path' ? place.target.nameAt.from : place.target.at.from);
  if (place.target.kind === 'path') return offered(from, fieldsOf(place));
  if (from >= position && !isAskedFor) return offered(position, values);
  const names = (place.parts.parts.get(place.target)?.namesInSight() ?? []).filter(
    ({ name }) => name !== HOLE,
  );
  return offered(Math.min(from, position), [
    ...values,
    ...names.map(({ name, type }) => nameOption(name, type)),
    ...functionOptions(source.charAt(position) === '('),
  ]);
}

function offered(from: number, options: readonly Completion[]): Completions | null {
  return options.length === 0 ? null : { from, options };
}

function endsInName(text: string): boolean {
  return /[\p{L}\p{N}_]$/u.test(text);
}

type Name = Extract<Syntax, { readonly kind: 'name' | 'path' }>;

interface PlaceInSource {
  readonly target: Name;
  readonly parts: ReadParts;
  /** Where what could be read begins in the source. */
  readonly start: number;
}

/** The name at the end of a text, with what is known around it: of the whole text, or of as much of it as can be read. */
function placeIn(text: string, { as, types }: FeelSetting): PlaceInSource | null {
  const reader = partsReader(types);
  const whole = nameAtEnd(text, 0, reader, as);
  if (whole !== null) return whole;
  for (const start of laterStarts(text).slice(-MOST_STARTS)) {
    const found = nameAtEnd(text.slice(start), start, reader, { kind: 'expression' });
    if (found !== null) return found;
  }
  return null;
}

function nameAtEnd(
  text: string,
  start: number,
  reader: PartsReader,
  as: FeelSetting['as'],
): PlaceInSource | null {
  const parts = reader.read(text + ending(text), as);
  if (parts === null) return null;
  for (const target of parts.parts.keys()) {
    if (target.kind === 'name' && target.at.to === text.length) return { target, parts, start };
    if (target.kind === 'path' && target.nameAt.to === text.length) return { target, parts, start };
  }
  return null;
}

function fieldsOf({ target, parts }: PlaceInSource): readonly Completion[] {
  const of = target.kind === 'path' ? parts.parts.get(target.of) : undefined;
  return of === undefined ? [] : fieldsIn(of.type);
}

function fieldsIn(type: ValueType): readonly Completion[] {
  switch (type.type) {
    case 'list':
      return fieldsIn(type.of);
    case 'context':
      return Object.entries(type.fields).map(([name, field]) => nameOption(name, field));
    case 'date':
    case 'time':
    case 'date and time':
    case 'days and time duration':
    case 'years and months duration':
      return Object.entries(PROPERTIES[type.type]).map(([name, part]) => nameOption(name, { type: part }));
    default:
      return [];
  }
}

function valueOption(value: string): Completion {
  const write = quoted(value);
  return { kind: 'value', label: write, write, cursor: write.length, detail: '' };
}

function nameOption(name: string, type: ValueType): Completion {
  return { kind: 'name', label: name, write: name, cursor: name.length, detail: typeWithParts(type) };
}

/** All functions; where the bracket stands already, their names alone. */
function functionOptions(isCalled: boolean): readonly Completion[] {
  return Object.entries(BUILTINS).flatMap(([name, signatures]) => {
    const [first] = signatures;
    if (first === undefined) return [];
    const takes = signatures.some(({ parameters }) => parameters.length > 0);
    const write = isCalled ? name : `${name}()`;
    const cursor = isCalled || !takes ? write.length : write.length - 1;
    return [{ kind: 'function', label: name, write, cursor, detail: called(first) } satisfies Completion];
  });
}

function called({ parameters }: Signature): string {
  return `(${parameters.map(written).join(', ')})`;
}

function written({ name, optional, rest }: Parameter): string {
  return rest ? `${name}, …` : optional ? `${name}?` : name;
}

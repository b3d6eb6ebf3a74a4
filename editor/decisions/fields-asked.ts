import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { AskedFirst, AskedTable, Looks, Undecided } from './asked-table.ts';
import { tryFields, type TryField } from './try-fields.ts';

/** A value that other tables decide for the one that is tried. */
export interface DecidedField extends TryField {
  /** It is said, and not decided. */
  readonly isOwn: boolean;
  /** Why it cannot be decided; null: it can. */
  readonly undecided: Undecided | null;
}

/** What is asked for when a table is tried. */
export interface FieldsAsked {
  /** What the table and those before it are given, each once. */
  readonly given: readonly TryField[];
  readonly decided: readonly DecidedField[];
  /** Ids of the tables to be decided first. */
  readonly first: readonly string[];
}

/**
 * What a table asks for that goes by others: what it is given and what those are given that decide first. What they
 * decide is asked for where they cannot, or where somebody says it himself: those fields' keys are `own`.
 */
export function fieldsAsked(
  table: Pick<DecisionTable, 'inputs' | 'requires'>,
  looks: Looks,
  first: AskedFirst,
  own: ReadonlySet<string>,
): FieldsAsked {
  const fields = tryFields(table, looks);
  const decided = fields.filter(({ goesBy }) => goesBy.length > 0).map((field) => withOwn(field, first, own));
  const ids = idsNeeded(decided, first);
  const before = first.tables.filter(({ id }) => ids.has(id));
  const given = [
    ...fields.filter(({ goesBy }) => goesBy.length === 0),
    ...behind(
      looks,
      decided.filter(({ isOwn }) => !isOwn),
    ),
    ...before.flatMap(givenTo),
  ];
  return { given: eachOnce(given), decided, first: before.map(({ id }) => id) };
}

/** Each value once, and none of which another is a part. */
function eachOnce(fields: readonly TryField[]): readonly TryField[] {
  const keys = fields.map(({ key }) => key);
  return fields.filter(
    ({ key }, at) => keys.indexOf(key) === at && !keys.some((other) => other.startsWith(`${key}.`)),
  );
}

function withOwn(field: TryField, { goesBy }: AskedFirst, own: ReadonlySet<string>): DecidedField {
  const reason = field.goesBy.map((name) => goesBy[name]).find((ids) => typeof ids === 'string');
  return { ...field, isOwn: reason !== undefined || own.has(field.key), undecided: reason ?? null };
}

/** Whatever a table goes by is decided first, but for what is said instead wherever it is looked at. */
function idsNeeded(decided: readonly DecidedField[], { goesBy }: AskedFirst): ReadonlySet<string> {
  const needed = Object.entries(goesBy).flatMap(([name, ids]) => {
    const of = decided.filter((field) => field.goesBy.includes(name));
    return typeof ids === 'string' || (of.length > 0 && of.every(({ isOwn }) => isOwn)) ? [] : ids;
  });
  return new Set(needed);
}

function givenTo(table: AskedTable): readonly TryField[] {
  const fields = tryFields(table, table);
  const decided = fields.filter(({ goesBy }) => goesBy.length > 0);
  const given = fields
    .filter((field) => !decided.includes(field))
    .map((field) => ({ ...field, input: null, named: table.named[field.input ?? ''] ?? [] }));
  return [...given, ...behind(table, decided)];
}

/** What is given of that out of which inputs are worked out that go by what was decided as well. */
function behind({ types, inputUses }: Looks, decided: readonly TryField[]): readonly TryField[] {
  return decided.flatMap(({ input, goesBy }) => {
    const uses = (inputUses[input ?? ''] ?? []).filter((name) => !goesBy.includes(name));
    return uses.length === 0 ? [] : tryFields({ inputs: [] }, { types, uses, inputUses: {} });
  });
}

import { spokenPath } from '../../definitions/flow/spoken-name.ts';
import { words } from '../shell/words.ts';
import { saidTest } from './plain-test.ts';

const NAME = String.raw`\p{L}[\p{L}\d_ .'-]*?`;
const ALONE = new RegExp(`^(${NAME})$`, 'u');
const NEGATION = new RegExp(String.raw`^not\s*\(\s*(${NAME})\s*\)$`, 'u');
const COMPARISON = new RegExp(String.raw`^(${NAME})\s*(!=|<=|>=|=|<|>)\s*(.+)$`, 'u');
const IN_LIST = new RegExp(String.raw`^(${NAME})\s+in\s+\((.+)\)$`, 'u');
/** What is no name, though it is made of letters. */
const KEYWORD =
  /\b(?:if|then|else|for|in|some|every|satisfies|return|between|instance|function|true|false|null)\b/;
/** What joins clauses, outside of texts. */
const JOINT = /\s+(and|or)\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/;
/** Comparisons that a cell of a table writes otherwise. */
const TESTED: { readonly [sign: string]: (value: string) => string } = {
  '=': (value) => value,
  '!=': (value) => `not(${value})`,
};

/**
 * A condition in plain words, where it only asks how what is known by name stands: `worth = "noise" and
 * not(brought back)` → 'worth is noise, and not brought back'. Null for anything else, and where `and` and `or` stand
 * side by side: said aloud, nobody could tell which of the two holds more closely.
 */
export function plainCondition(condition: string): string | null {
  const pieces = condition.trim().split(JOINT);
  const [joint, ...others] = pieces.filter((_, index) => index % 2 === 1);
  if (others.some((other) => other !== joint)) return null;
  const said = pieces.filter((_, index) => index % 2 === 0).map(plainClause);
  const clauses = said.filter((clause) => clause !== null);
  return clauses.length < said.length
    ? null
    : clauses.reduce(joint === 'or' ? words.cells.either : words.cells.both);
}

function plainClause(clause: string): string | null {
  const [, denied] = NEGATION.exec(clause) ?? [];
  const [, alone = denied] = ALONE.exec(clause) ?? [];
  if (alone !== undefined) {
    const name = sayable(alone);
    return name === null || denied === undefined ? name : words.cells.not(name);
  }
  const [, listed, values] = IN_LIST.exec(clause) ?? [];
  if (listed !== undefined && values !== undefined) return isSaid(listed, saidTest(values));
  const [, asked, sign, value] = COMPARISON.exec(clause) ?? [];
  if (asked === undefined || sign === undefined || value === undefined) return null;
  if (value === 'null') return isSaid(asked, words.cells.isThere[sign] ?? null);
  return isSaid(asked, saidTest(TESTED[sign]?.(value) ?? `${sign} ${value}`));
}

function isSaid(written: string, said: string | null): string | null {
  const name = sayable(written);
  return name === null || said === null || said === '' ? null : words.cells.is(name, said);
}

function sayable(written: string): string | null {
  return KEYWORD.test(written) ? null : spokenPath(written);
}

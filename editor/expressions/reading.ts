import { compileExpression, compileUnaryTest } from '../../definitions/feel/compile.ts';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import { plainValue } from '../shell/plain-value.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { findingOf, misfit, type Finding } from './findings.ts';
import type { FeelSetting } from './setting.ts';

/** The values of one case, for a look at what an expression comes to. */
export interface Example {
  readonly values: JsonObject;
  /** What is tested by a cell. */
  readonly input?: Json | undefined;
}

/** What is to be told of an expression as it stands. */
export interface Reading {
  /** What is wrong with it, the worst first. */
  readonly findings: readonly Finding[];
  /** What it comes to on the example; null: there is none, or it comes to nothing yet. */
  readonly onExample: string | null;
}

export const NOTHING_READ: Reading = { findings: [], onExample: null };

/** Reads a source as it stands. An empty one is not wrong: whether something is missing is for the form to say. */
export function readingOf(
  source: string,
  setting: FeelSetting,
  example: Example | null,
  now: number,
): Reading {
  if (source.trim() === '') return NOTHING_READ;
  return setting.as.kind === 'tests'
    ? readTests(source, setting, setting.as.input, example, now)
    : readExpression(source, setting, example, now);
}

function readExpression(
  source: string,
  { types, wanted }: FeelSetting,
  example: Example | null,
  now: number,
): Reading {
  const { problems, type, evaluate } = compileExpression(source, types);
  const findings = ordered(problems.map((problem) => findingOf(problem, source)));
  if (hasError(findings)) return { findings, onExample: null };
  const other = misfit(type, wanted, source);
  const all = other === null ? findings : [other, ...findings];
  if (hasError(all)) return { findings: all, onExample: null };
  return {
    findings: all,
    onExample: example === null ? null : valueText(evaluate(example.values, now), now),
  };
}

function readTests(
  source: string,
  { types }: FeelSetting,
  input: Parameters<typeof compileUnaryTest>[1],
  example: Example | null,
  now: number,
): Reading {
  const { problems, matches } = compileUnaryTest(source, input, types);
  const findings = ordered(problems.map((problem) => findingOf(problem, source)));
  if (hasError(findings) || example?.input === undefined) return { findings, onExample: null };
  const fits = matches(example.input, example.values, now);
  return { findings, onExample: fits ? drawingWords.expressions.passes : drawingWords.expressions.passesNot };
}

function hasError(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

function ordered(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ severity }: Finding): number => (severity === 'error' ? 0 : 1);
  return [...findings].sort((a, b) => rank(a) - rank(b) || a.from - b.from);
}

const LONGEST = 120;

function valueText(value: Json, now: number): string {
  if (value === true) return drawingWords.expressions.true;
  if (value === false) return drawingWords.expressions.false;
  const text = plainValue(value, now) ?? drawingWords.expressions.nothing;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Of what is found now, what was found before as well: what is new waits until nobody types. */
export function stillFound(now: Reading, before: Reading): Reading {
  const known = new Set(before.findings.map(({ message }) => message));
  return { ...now, findings: now.findings.filter(({ message }) => known.has(message)) };
}

import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { Mapping } from '../../definitions/flow/base.ts';
import type { TrailEntry } from '../../definitions/model/case.ts';
import type { TrailView } from '../../definitions/model/views/case-detail.ts';
import type { Names } from '../shell/plain-value.ts';

/** What a trail entry keeps of a decision: its value, the rows that matched (by id), and what it looked at, if kept. */
export interface Decision {
  readonly value: Json;
  readonly rows: readonly string[];
  readonly inputs: JsonObject | null;
}

/** A decision of a table that was made for another to go by. */
export interface RequiredDecision extends Decision {
  /** Id of the table. */
  readonly table: string;
}

/** The decision in a trail entry's detail; null when it holds none. */
export function decisionIn(entry: TrailEntry | undefined): Decision | null {
  return entry?.detail === undefined ? null : decisionOf(entry.detail);
}

function decisionOf({ value, rows, inputs }: JsonObject): Decision | null {
  if (value === undefined) return null;
  return {
    value,
    rows: Array.isArray(rows) ? rows.filter((row) => typeof row === 'string') : [],
    inputs: isObject(inputs) ? inputs : null,
  };
}

/** What was decided first, for the decision in a trail entry's detail to go by; in that order. */
export function requiredIn(entry: TrailEntry | undefined): readonly RequiredDecision[] {
  const required = entry?.detail?.['required'];
  if (!Array.isArray(required)) return [];
  return required.flatMap((one: Json): RequiredDecision[] => {
    if (!isObject(one) || typeof one['table'] !== 'string') return [];
    const decision = decisionOf(one);
    return decision === null ? [] : [{ ...decision, table: one['table'] }];
  });
}

/** The name of who acted in a step: who led it on, or who answered; null when nobody is named. */
export function actedBy(entry: TrailView, names: Names): string | null {
  const answeredBy = entry.detail?.['answered by'];
  return entry.by?.name ?? (typeof answeredBy === 'string' ? (names.get(answeredBy) ?? null) : null);
}

/** What a step looked at or was given, as its trail entry keeps it; null when it keeps nothing. */
export function inputsIn(entry: TrailEntry | undefined): JsonObject | null {
  const inputs = entry?.detail?.['inputs'];
  return isObject(inputs) ? inputs : null;
}

/** What a step that is `given` something got, as it stands on one of its trail entries; 'the case' where nothing is mapped. */
export function gotIn(entries: readonly TrailEntry[], given: Mapping): JsonObject | 'the case' | null {
  if (Object.keys(given).length === 0) return 'the case';
  return inputsIn(entries.findLast((entry) => inputsIn(entry) !== null));
}

/** How a step was led on or left, which is told otherwise than as an answer. */
const NO_ANSWER: ReadonlySet<string> = new Set([
  'by',
  'inputs',
  'required',
  'rows',
  'value',
  'answered by',
  'answered elsewhere',
  'skipped',
  'interrupted',
  'turn',
  'turns',
  'code',
  'way',
]);

/** What a step answered when it was left the way it was drawn to be; null while it is under way, given up, or failed. */
export function answerOnLeaving(entry: TrailEntry | null): JsonObject | null {
  return entry?.what !== 'left' || entry.detail?.['code'] !== undefined ? null : answerIn(entry);
}

/** What a step answered, in the facts that its trail entry keeps. */
export function answerIn(entry: TrailEntry | undefined): JsonObject {
  const detail = entry?.detail ?? {};
  const others = Object.fromEntries(Object.entries(detail).filter(([name]) => !NO_ANSWER.has(name)));
  const { value } = detail;
  if (value === undefined) return others;
  return isObject(value) ? { ...others, ...value } : { ...others, value };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { TaskBehaviour } from './behaviour.ts';
import { cancelWork } from './cancel.ts';
import type { Draft } from './draft.ts';
import type { Failure } from './event.ts';
import { leave } from './move.ts';
import { setVariable } from './open-scope.ts';
import { withItem, type RepeatPlan } from './repeat.ts';
import { placeOf, type Standing } from './standing.ts';
import type { Turns } from './state.ts';

/*
 * A repeat under way. One token stands on the task, and its turns are counted in it. Turns may end while they are
 * started (decisions do), so that starting them is a loop and never a recursion.
 */

/** Evaluates the list and sets the token's turns to their beginning. Null is an empty list. */
export function beginRepeat(draft: Draft, at: Standing, repeat: RepeatPlan): Failure | null {
  const items = repeat.over.evaluate(at.scope.variables, draft.at) ?? [];
  if (!isList(items))
    return {
      code: 'wrong value',
      message: 'A list was wanted to repeat over; the expression gave another value.',
    };
  setTurns(draft, at, { items, next: 0, open: 0, results: {} });
  return null;
}

/** Starts turns as long as there are some and the limit allows, and leaves when all are over. */
export function advance(draft: Draft, at: Standing, task: TaskBehaviour, repeat: RepeatPlan): void {
  if (draft.advancing.has(at.token)) return;
  draft.advancing.add(at.token);
  while (startNext(draft, at, task, repeat));
  draft.advancing.delete(at.token);
}

/** Starts one turn. False: there is none to start now. */
function startNext(draft: Draft, at: Standing, task: TaskBehaviour, repeat: RepeatPlan): boolean {
  const turns = turnsOf(draft, at);
  if (turns === undefined) return false; // It left: by `until`, or by a boundary event.
  if (turns.next >= turns.items.length) {
    if (turns.open === 0) finishAll(draft, at, repeat, turns);
    return false;
  }
  if (turns.open >= repeat.atMost) return false;
  setTurns(draft, at, { ...turns, next: turns.next + 1, open: turns.open + 1 });
  const place = placeOf(at, turns.next);
  draft.trace.push({ at: draft.at, place, what: 'entered', detail: { turn: turns.next + 1 } });
  task.startTurn(draft, at, turns.next);
  return true;
}

/** A turn of a repeat is over: notes its value, then ends the repeat or starts what comes next. */
export function finishRepeated(
  draft: Draft,
  at: Standing,
  task: TaskBehaviour,
  repeat: RepeatPlan,
  item: number,
  value: Json,
  detail: JsonObject | undefined,
): void {
  const turns = turnsOf(draft, at);
  if (turns === undefined) return;
  const left = { ...detail, turn: item + 1 };
  draft.trace.push({ at: draft.at, place: placeOf(at, item), what: 'left', detail: left });
  const results = repeat.collect === undefined ? turns.results : { ...turns.results, [item]: value };
  const after: Turns = { ...turns, open: turns.open - 1, results };
  setTurns(draft, at, after);
  const seen = repeat.until === null ? {} : withItem(repeat, at.scope.variables, turns.items, item);
  if (repeat.until?.evaluate(seen, draft.at) === true) finishAll(draft, at, repeat, after);
  else advance(draft, at, task, repeat);
}

/** The variables that one turn sees. */
export function turnVariables(
  draft: Draft,
  at: Standing,
  repeat: RepeatPlan | null,
  item: number,
): JsonObject {
  if (repeat === null) return at.scope.variables;
  return withItem(repeat, at.scope.variables, turnsOf(draft, at)?.items ?? [], item);
}

function finishAll(draft: Draft, at: Standing, repeat: RepeatPlan, turns: Turns): void {
  cancelWork(draft, at.token);
  if (repeat.collect !== undefined) setVariable(at.scope, repeat.collect, Object.values(turns.results));
  leave(draft, at, 'out', { turns: turns.items.length });
}

function turnsOf(draft: Draft, at: Standing): Turns | undefined {
  return draft.tokens.get(at.token)?.repeat;
}

function setTurns(draft: Draft, at: Standing, repeat: Turns): void {
  const token = draft.tokens.get(at.token);
  if (token !== undefined) draft.tokens.set(at.token, { ...token, repeat });
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

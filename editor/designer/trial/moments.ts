import type { JsonObject } from '../../../definitions/flow/json.ts';
import type { Place, TraceEntry } from '../../../engine/interpreter/command.ts';
import type { Draft } from '../../../engine/interpreter/draft.ts';
import type { Instant, RunEvent } from '../../../engine/interpreter/event.ts';
import { newRun } from '../../../engine/interpreter/new-run.ts';
import { ROOT } from '../../../engine/interpreter/open-scope.ts';
import type { Program } from '../../../engine/interpreter/program.ts';
import { watchedStep } from '../../../engine/interpreter/step.ts';
import type { Question, SimulationResult } from '../../../engine/simulate/result.ts';

/** Where something stands just then. */
export interface StandsAt {
  readonly scope: string;
  readonly flow: string;
  readonly node: string;
  readonly isStuck: boolean;
}

/** One move of a story: what happened, and how everything stood after it. */
export interface Moment {
  readonly at: Instant;
  /** What came from outside and began it; null: it follows from what was before. */
  readonly event: RunEvent | null;
  readonly entries: readonly TraceEntry[];
  readonly stands: readonly StandsAt[];
  /** Values of the root flow. */
  readonly variables: JsonObject;
  /** What each flow knew then that was under way, by its id; of several runs of one flow the latest. */
  readonly known: { readonly [flowId: string]: JsonObject };
  /** Names of those that are not as they were before. */
  readonly changed: readonly string[];
  /** What was answered by it; or what it asks of a person. */
  readonly question: Question | null;
}

/** By the wait that an answer ends; and those that people were asked. */
interface Questions {
  readonly answered: ReadonlyMap<string, Question>;
  readonly asked: readonly Question[];
}

/**
 * A story, move by move, from its events told again: each time that a step was come to is one moment, and so is what
 * came from outside. What an activity answers at once belongs to the moment in which it was asked.
 */
export function momentsOf(
  program: Program,
  { events, activities, tasks }: Pick<SimulationResult, 'events' | 'activities' | 'tasks'>,
): readonly Moment[] {
  const questions: Questions = {
    answered: new Map([...activities, ...tasks].map((asked) => [asked.id, plain(asked)])),
    asked: tasks.map(plain),
  };
  const moments: Moment[] = [];
  let state = newRun();
  for (const event of events) {
    let seen = 0;
    let isFirst = true;
    ({ state } = watchedStep(program, state, event, (draft) => {
      const entries = draft.trace.slice(seen);
      seen = draft.trace.length;
      const began = isFirst ? event : null;
      isFirst = false;
      if (entries.length > 0 || began?.type === 'message')
        addMoment(moments, draft, entries, began, questions);
    }));
  }
  return moments;
}

function addMoment(
  moments: Moment[],
  draft: Readonly<Draft>,
  entries: readonly TraceEntry[],
  event: RunEvent | null,
  questions: Questions,
): void {
  const variables = (draft.openScopes.get(ROOT) ?? draft.scopes.get(ROOT))?.variables ?? {};
  const last = moments.at(-1);
  const moment: Moment = {
    at: draft.at,
    event,
    entries,
    stands: standsIn(draft),
    variables,
    known: knownIn(draft),
    changed: changedIn(last?.variables ?? {}, variables),
    question: questionIn(entries, event, questions),
  };
  if (last !== undefined && isAnsweredAtOnce(last, moment)) {
    const changed = [...new Set([...last.changed, ...moment.changed])];
    moments[moments.length - 1] = {
      ...moment,
      event: last.event,
      entries: [...last.entries, ...entries],
      changed,
    };
  } else moments.push(moment);
}

function questionIn(
  entries: readonly TraceEntry[],
  event: RunEvent | null,
  { answered, asked }: Questions,
): Question | null {
  if (event !== null && 'id' in event) return answered.get(event.id) ?? null;
  const latest = entries.at(-1);
  if (latest?.what !== 'entered') return null;
  return asked.find(({ place }) => isSamePlace(place, latest.place)) ?? null;
}

/** An activity's answer that came in the moment in which it was asked, with nothing between. */
function isAnsweredAtOnce(asked: Moment, { at, event, question }: Moment): boolean {
  if (event?.type !== 'activityCompleted' && event?.type !== 'activityFailed') return false;
  const latest = asked.entries.at(-1);
  return (
    at === asked.at &&
    question !== null &&
    asked.question === null &&
    latest?.what === 'entered' &&
    isSamePlace(latest.place, question.place)
  );
}

function plain({ at, place, id, key, index, isAnswered }: Question): Question {
  return { at, place, id, key, index, isAnswered };
}

function standsIn(draft: Readonly<Draft>): readonly StandsAt[] {
  const stuck = new Set(draft.incidents.ids().map((id) => draft.incidents.get(id)?.token));
  return draft.tokens.ids().flatMap((id) => {
    const token = draft.tokens.get(id);
    if (token === undefined) return [];
    const { scope, node } = token;
    const flow = draft.openScopes.get(scope)?.plan.flow.id ?? draft.scopes.get(scope)?.flow ?? '';
    return [{ scope, flow, node, isStuck: stuck.has(id) }];
  });
}

function knownIn(draft: Readonly<Draft>): Moment['known'] {
  const scopes = draft.scopes.ids().flatMap((id) => {
    const open = draft.openScopes.get(id);
    const scope = draft.scopes.get(id);
    const flow = open?.plan.flow.id ?? scope?.flow;
    const variables = open?.variables ?? scope?.variables;
    return flow === undefined || variables === undefined ? [] : [[flow, variables] as const];
  });
  const opened = [...draft.openScopes.values()].map(
    ({ plan, variables }) => [plan.flow.id, variables] as const,
  );
  return Object.fromEntries([...scopes, ...opened]);
}

/** A value that a step set anew is another object even where it says the same: that is no change. */
function changedIn(before: JsonObject, after: JsonObject): readonly string[] {
  return Object.keys(after).filter(
    (name) =>
      before[name] !== after[name] &&
      JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
  );
}

export function isSamePlace(a: Place, b: Place): boolean {
  return (
    a.scope === b.scope && a.flow === b.flow && a.node === b.node && a.visit === b.visit && a.item === b.item
  );
}

/** Ids of the steps that were come to, in their order; a step that is repeated counts once. */
export function passed(moments: readonly Moment[]): readonly string[] {
  return moments
    .flatMap(({ entries }) => entries)
    .filter(({ what, detail }) => what === 'entered' && detail?.['turn'] === undefined)
    .map(({ place }) => place.node);
}

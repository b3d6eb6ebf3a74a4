import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { JsonObject } from '../../../definitions/flow/json.ts';
import type { OpenedTask } from '../../../engine/interpreter/command.ts';
import type { Instant } from '../../../engine/interpreter/event.ts';
import { link } from '../../../engine/interpreter/link.ts';
import type { Program } from '../../../engine/interpreter/program.ts';
import { SEMANTICS } from '../../../engine/interpreter/state.ts';
import type { SimulationStatus } from '../../../definitions/scenario/scenario.ts';
import type { Finding, Question, SimulationResult } from '../../../engine/simulate/result.ts';
import { simulate } from '../../../engine/simulate/simulate.ts';
import { momentsOf, type Moment } from './moments.ts';
import type { Trial } from './trial.ts';

/** What a story leaves open: what an activity, or a person, answers. */
export type Ask =
  | {
      readonly of: 'activity';
      readonly question: Question;
      readonly activity: string;
      readonly input: JsonObject;
    }
  | { readonly of: 'task'; readonly question: Question; readonly task: OpenedTask };

/** A trial as it goes: its moments, and where it stands after the last. */
export interface Told {
  readonly moments: readonly Moment[];
  /** What has to be answered before it goes on, the first first. */
  readonly asks: readonly Ask[];
  readonly status: SimulationStatus;
  readonly outcome: string | null;
  readonly start: Instant;
  /** How far time has come. */
  readonly now: Instant;
  /** When something happens by itself, if time is let pass; null: nothing will. */
  readonly next: Instant | null;
  /** Messages that some step of the drawing waits for; those first that one waits for now. */
  readonly messages: readonly string[];
  /** What is wrong with the story itself. */
  readonly findings: readonly Finding[];
}

/** A draft made ready to be tried, wrong as it may be: where something is wrong, it gets stuck. */
export function programOf(
  content: DraftContent,
  activities: Readonly<Record<string, ActivityContract>>,
): Program {
  return link({ schema: 1, semantics: SEMANTICS, ...content, activities });
}

/** Tells a trial from its beginning. The same arguments give the same answer. */
export function toldBy(program: Program, { scenario, telling }: Trial): Told {
  const result = simulate(program, scenario, telling);
  const asks = asksIn(result);
  const { status, outcome, next, state } = result;
  const start = Date.parse(result.at) - result.virtualMs;
  const standsStill = state.status !== 'running' || asks[0]?.of === 'activity';
  const isLetPass = !telling.goesOn || asks.length > 0;
  const stopped = start + result.virtualMs;
  return {
    moments: momentsOf(program, result),
    asks,
    status,
    outcome,
    start,
    now: standsStill || !isLetPass ? stopped : Math.max(stopped, start + telling.passedMs),
    next,
    messages: messagesOf(program, result),
    findings: result.findings.filter(
      ({ code }) => code !== 'no activity answer' && code !== 'no task answer',
    ),
  };
}

function asksIn({ activities, tasks, state: { waits } }: SimulationResult): readonly Ask[] {
  const isOpen = ({ id, isAnswered }: Question): boolean => !isAnswered && Object.hasOwn(waits, id);
  return [
    ...activities.filter(isOpen).map((question): Ask => {
      const { activity, input } = question;
      return { of: 'activity', question, activity, input };
    }),
    ...tasks.filter(isOpen).map((question): Ask => ({ of: 'task', question, task: question.task })),
  ];
}

function messagesOf(program: Program, { state }: SimulationResult): readonly string[] {
  if (state.status !== 'running') return [];
  const awaited = Object.values(state.waits).flatMap(({ message }) =>
    message === undefined ? [] : [message],
  );
  return [...new Set([...awaited, ...program.messages])].filter((name) => program.messages.has(name));
}

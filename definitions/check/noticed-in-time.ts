import type { CompiledExpression } from '../feel/compile.ts';
import { epochNanos, parseDateAndTime } from '../feel/value/date-and-time.ts';
import { parseDaysAndTime } from '../feel/value/duration.ts';
import type { Json, JsonObject } from '../flow/json.ts';
import { pointer } from '../flow/json-pointer.ts';
import type { FlowNode } from '../flow/node.ts';
import type { UserTask } from '../flow/user-task.ts';
import type { Wait } from '../flow/wait.ts';
import type { CheckContext } from './context.ts';
import type { Fix } from './fix.ts';
import type { Issue } from './issue.ts';
import { wordFor } from './wording.ts';

const NANOS_PER_MS = 1e6;
/** Some moment. */
const NOW = 1_767_603_600_000;
const LONG_BEFORE = '2020-01-01T00:00:00Z';
const LONG_AFTER = '2030-01-01T00:00:00Z';

/** What values of a case may be, to see which of two lengths of time is longer whatever they are. */
interface Sample {
  readonly yesOrNo: boolean;
  /** Of every moment that is named. */
  readonly moment: string;
}
const SAMPLES: readonly Sample[] = [true, false].flatMap((yesOrNo) =>
  [LONG_BEFORE, LONG_AFTER].map((moment) => ({ yesOrNo, moment })),
);

/**
 * A person's task with a time until which it is due, of which nothing is noticed until later: all that is drawn for when
 * nobody answers begins after that time. Only what can be told for certain counts.
 */
export function checkNoticedInTime(context: CheckContext, node: FlowNode): readonly Issue[] {
  if (node.kind !== 'userTask' || node.due === undefined) return [];
  const due = waitsFor(context, node, node.due);
  const timers = (node.boundary ?? []).flatMap((event, index) =>
    event.kind === 'timer' ? [{ event, index, waits: waitsFor(context, node, sourceOf(event.wait)) }] : [],
  );
  const [first] = timers.toSorted((a, b) => soonest(a.waits) - soonest(b.waits));
  if (first === undefined || !timers.every(({ waits }) => isLonger(waits, due))) return [];
  const { event, index } = first;
  const named = event.name.trim() === '' ? '' : ` (“${event.name}”)`;
  const fix = whenDue(context, node, node.due, index);
  return [
    {
      code: 'noticed after it is due',
      severity: 'warning',
      place: { flow: context.flow.id, node: node.id, field: pointer('boundary', index, 'wait') },
      message: `What happens when nobody answers ${wordFor(node)}${named} begins only after it is due: the customer waits longer than was meant, and nobody notices.`,
      ...(fix === undefined ? {} : { fix }),
    },
  ];
}

function sourceOf(wait: Wait): string {
  return wait.kind === 'until' ? wait.at : wait.for;
}

/** How long from now, in milliseconds, for each sample; null: not to be told, or never. */
type Waits = readonly (number | null)[];

/** With opening hours it is at least as long. */
function waitsFor(context: CheckContext, node: UserTask, source: string): Waits {
  const compiled = context.compile(source, context.turnTypes(node));
  return SAMPLES.map((sample) => lengthOf(compiled.evaluate(valuesFor(context, compiled, sample), NOW)));
}

function valuesFor({ variables }: CheckContext, { uses }: CompiledExpression, sample: Sample): JsonObject {
  return Object.fromEntries(
    uses.flatMap((name): [string, Json][] => {
      const type = variables[name]?.type;
      if (type === 'boolean') return [[name, sample.yesOrNo]];
      return type === 'date and time' ? [[name, sample.moment]] : [];
    }),
  );
}

function lengthOf(value: Json): number | null {
  if (typeof value !== 'string') return null;
  const length = parseDaysAndTime(value);
  if (length !== null) return Number(length.nanos) / NANOS_PER_MS;
  const moment = parseDateAndTime(value);
  return moment === null ? null : Number(epochNanos(moment)) / NANOS_PER_MS - NOW;
}

function soonest(waits: Waits): number {
  return Math.min(...waits.flatMap((ms) => (ms === null ? [] : [ms])), Number.POSITIVE_INFINITY);
}

/** Whenever both can be told, and at least once. */
function isLonger(waits: Waits, due: Waits): boolean {
  const pairs = waits.flatMap((ms, at) => {
    const other = due[at] ?? null;
    return ms === null || other === null ? [] : [ms > other];
  });
  return pairs.length > 0 && pairs.every((longer) => longer);
}

function whenDue(context: CheckContext, node: UserTask, due: string, index: number): Fix | undefined {
  // What happens beside the turns of a repeat does not see what each of them is for.
  if (context.compile(due, context.variables).problems.length > 0) return undefined;
  const compiled = context.compile(due, context.turnTypes(node));
  const isLength = SAMPLES.some((sample) => {
    const value = compiled.evaluate(valuesFor(context, compiled, sample), NOW);
    return typeof value === 'string' && parseDaysAndTime(value) !== null;
  });
  const wait: Wait = isLength ? { kind: 'duration', for: due } : { kind: 'until', at: due };
  const field = pointer('boundary', index, 'wait');
  return {
    title: 'Let it begin when it is due',
    changes: [{ do: 'set', node: node.id, field, value: { ...wait } }],
  };
}

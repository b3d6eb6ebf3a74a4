/**
 * How fast the pure interpreter is: `npm run -s bench:interpreter -- --json`. A node step is one node entered; time is
 * processor time, so that what else the machine does counts little. Rows of activities, decisions and branches of ten
 * and of a thousand nodes say whether the drawing's size costs; the flow that ships is run through one of its stories,
 * with its conditions, decisions and answers as constants, and once more with its real ones.
 */
import { readFileSync } from 'node:fs';
import type { Revision } from '../../definitions/flow/revision.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import type { RunEvent } from '../../engine/interpreter/event.ts';
import { link, type Program } from '../../engine/interpreter/link.ts';
import { newRun } from '../../engine/interpreter/new-run.ts';
import { step } from '../../engine/interpreter/step.ts';
import { readScenario } from '../../definitions/scenario/scenario.schema.ts';
import { simulate } from '../../engine/simulate/simulate.ts';
import { LOOK, activity, branch, decide, edges, end, flow, revision, start } from '../interpreter/drawing.ts';
import { withConstants } from './constants.ts';

const ROUNDS = 15;
const ROUND_MS = 150;
const STORY = '../../definitions/library/mention-care/scenarios/complaint-put-right.scenario.json';

/** A program and the events that lead it from start to end. */
interface Course {
  readonly program: Program;
  readonly events: readonly RunEvent[];
}

/** Node steps per second of processor time, over one round. */
function round({ program, events }: Course): number {
  const begun = process.cpuUsage();
  let entered = 0;
  let passedMs = 0;
  do {
    for (let i = 0; i < 10; i += 1) entered += runOnce(program, events);
    const { user, system } = process.cpuUsage(begun);
    passedMs = (user + system) / 1000;
  } while (passedMs < ROUND_MS);
  return (entered / passedMs) * 1000;
}

/** One run from start to end; answers how many nodes it entered. */
function runOnce(program: Program, events: readonly RunEvent[]): number {
  let state = newRun();
  let entered = 0;
  for (const event of events) {
    const result = step(program, state, event);
    state = result.state;
    for (const { what } of result.trace) if (what === 'entered') entered += 1;
  }
  if (state.status !== 'ended')
    throw new Error(`The bench's run is ${state.status} where it should have ended.`);
  return entered;
}

/** A flow of `size` nodes in one row: an activity, a decision and a branch by turns. */
function rowOf(size: number): Course {
  const ids = Array.from({ length: size - 2 }, (_, i) => `step ${i}`);
  const nodes = ids.map((id, i) => {
    if (i % 3 === 0) return activity(id, { input: { it: '1' }, result: 'answer' });
    return i % 3 === 1 ? decide(id, '1', 'decided') : branch(id, { yes: 'true' }, 'no');
  });
  const ways = ids.map((id, i) => `${id}${i % 3 === 2 ? ':yes' : ''} > ${ids[i + 1] ?? 'end'}`);
  const variables = { answer: 'boolean', decided: 'number' } as const;
  const drawn = flow(
    'row',
    variables,
    [start(), ...nodes, end()],
    edges(`start > ${ids[0] ?? 'end'}`, ...ways),
  );
  const program = link(revision(drawn));
  const answers = { look: [{ output: true }] };
  const { events } = simulate(program, {
    name: 'row',
    start: '2026-03-02T09:00:00Z',
    variables: {},
    activities: answers,
  });
  return { program, events };
}

/** The flow that ships, through one of its stories. */
function shipped(): { readonly constants: Course; readonly real: Course } {
  const { flow: root, flows, tables, wordLists, calendars } = mentionCare();
  const called = Object.fromEntries(Object.entries(flows).filter(([id]) => id !== root.id));
  const used = Object.values(flows).flatMap(({ nodes }) =>
    nodes.flatMap((node) => (node.kind === 'serviceTask' ? [node.activity] : [])),
  );
  const activities = Object.fromEntries(used.map((name) => [name, { ...LOOK, name }]));
  const drawn: Revision = {
    schema: 1,
    semantics: 1,
    flow: root,
    called,
    tables,
    wordLists,
    calendars,
    activities,
  };
  const read = readScenario(JSON.parse(readFileSync(new URL(STORY, import.meta.url), 'utf8')));
  if (!('scenario' in read)) throw new Error(`${STORY} is no scenario: ${JSON.stringify(read.issues)}`);
  const real = link(drawn);
  const { events, trace } = simulate(real, read.scenario);
  return {
    constants: { program: link(withConstants(drawn, trace)), events },
    real: { program: real, events },
  };
}

const courses = { ten: rowOf(10), thousand: rowOf(1000), ...shipped() };
const rounds = Array.from({ length: ROUNDS + 1 }, () => ({
  ten: round(courses.ten),
  thousand: round(courses.thousand),
  constants: round(courses.constants),
  real: round(courses.real),
})).slice(1);

/** Of the fastest round: whatever else runs on the machine only ever slows one down. */
const fastest = (course: keyof typeof courses): number =>
  Math.round(Math.max(...rounds.map((each) => each[course])));

const report = {
  stepsPerSecond: fastest('constants'),
  costRatio1000to10: Number((fastest('ten') / fastest('thousand')).toFixed(2)),
  runs: {
    rowOf10: fastest('ten'),
    rowOf1000: fastest('thousand'),
    shippedWithConstants: fastest('constants'),
    shipped: fastest('real'),
  },
  rounds: ROUNDS,
};
console.log(process.argv.includes('--json') ? JSON.stringify(report) : report);

/**
 * How fast the pure interpreter is: `npm run -s bench:interpreter -- --json`. Activities and people answer at once
 * with constants; a node step is one node entered. Beside made-up flows it runs the flow that ships.
 */
import { LOOK, activity, branch, decide, edges, end, flow, revision, start } from '../interpreter/drawing.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { RunEvent } from '../../engine/interpreter/event.ts';
import { link, type Program } from '../../engine/interpreter/link.ts';
import { newRun } from '../../engine/interpreter/new-run.ts';
import { step } from '../../engine/interpreter/step.ts';

const ROUNDS = 7;
const ROUND_MS = 250;

interface Measure {
  readonly stepsPerSecond: number;
  readonly nsPerStep: number;
}

/** Runs the program from start to end again and again, and takes the median of the rounds. */
function measure(program: Program): Measure {
  const rounds = Array.from({ length: ROUNDS + 1 }, () => round(program)).slice(1);
  const stepsPerSecond = median(rounds);
  return { stepsPerSecond: Math.round(stepsPerSecond), nsPerStep: Math.round(1e9 / stepsPerSecond) };
}

/** Node steps per second of processor time: what else the machine does meanwhile does not count. */
function round(program: Program): number {
  const begun = process.cpuUsage();
  let entered = 0;
  let passedMs = 0;
  do {
    for (let i = 0; i < 20; i += 1) entered += runOnce(program);
    const { user, system } = process.cpuUsage(begun);
    passedMs = (user + system) / 1000;
  } while (passedMs < ROUND_MS);
  return (entered / passedMs) * 1000;
}

/** One run from start to end; answers how many nodes it entered. */
function runOnce(program: Program): number {
  let state = newRun();
  let entered = 0;
  const open: RunEvent[] = [{ type: 'started', at: 0, variables: {} }];
  for (let event = open.pop(); event !== undefined; event = open.pop()) {
    const result = step(program, state, event);
    state = result.state;
    for (const { what } of result.trace) if (what === 'entered') entered += 1;
    for (const command of result.commands) {
      if (command.type === 'startActivity') {
        open.push({ type: 'activityCompleted', at: state.at, id: command.id, output: true });
      }
    }
  }
  if (state.status !== 'ended') throw new Error(`The bench's run stands at ${state.status}.`);
  return entered;
}

/** A flow of `size` nodes: activities, decisions and branches by turns, in one row. */
function rowOf(size: number): Revision {
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
  return revision(drawn, { activities: { look: LOOK } });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const ten = link(rowOf(10));
const thousand = link(rowOf(1000));
const runs = { ten: measure(ten), thousand: measure(thousand) };
const costRatio1000to10 = Number((runs.thousand.nsPerStep / runs.ten.nsPerStep).toFixed(2));
const answer = {
  stepsPerSecond: Math.min(runs.ten.stepsPerSecond, runs.thousand.stepsPerSecond),
  costRatio1000to10,
  runs,
};
console.log(process.argv.includes('--json') ? JSON.stringify(answer) : answer);

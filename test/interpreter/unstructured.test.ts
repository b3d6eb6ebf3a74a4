import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { link } from '../../engine/interpreter/link.ts';
import { newRun } from '../../engine/interpreter/new-run.ts';
import { step } from '../../engine/interpreter/step.ts';
import { expectAnchored } from './anchored.ts';
import { activity, ask, branch, end, flow, parallel, revision, start, wait } from './drawing.ts';
import { frozen } from './frozen.ts';
import { Host, openIn } from './host.ts';

const SIZE = 9;
const make = [
  (id: string) => parallel(id),
  (id: string) => parallel(id),
  (id: string) => ask(id),
  (id: string) => wait(id, 'PT1H'),
  (id: string) => activity(id),
  (id: string) => branch(id, { out: 'true' }),
  (id: string) => end(id),
];

/** Any nodes with any edges between them: what nobody would draw on purpose. */
const tangle = fc
  .record({
    kinds: fc.array(fc.nat(make.length - 1), { minLength: SIZE, maxLength: SIZE }),
    ways: fc.array(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1)), { minLength: SIZE, maxLength: 2 * SIZE }),
  })
  .map(({ kinds, ways }) => {
    const nodes = kinds.flatMap((kind, i) => make[kind]?.(`n${i}`) ?? []);
    const edges = ways.map(([from, to], i) => ({
      id: `e${i}`,
      from: { node: `n${from}`, port: 'out' },
      to: `n${to}`,
    }));
    const first = { id: 'first', from: { node: 'start', port: 'out' }, to: 'n0' };
    return revision(flow('tangle', {}, [start(), ...nodes], [first, ...edges]));
  });

describe('a tangle of nodes and edges', () => {
  it('never throws, loses no token, and never stands at joins alone', () => {
    fc.assert(
      fc.property(tangle, fc.array(fc.nat(50), { maxLength: 12 }), (drawn, picks) => {
        const program = link(drawn);
        const host = new Host();
        let state = newRun();
        const send = (event: Parameters<typeof step>[2]): void => {
          const result = step(program, frozen(state), event);
          host.obey(result.commands);
          ({ state } = result);
          expectAnchored(state);
          expect(new Map(host.open)).toEqual(openIn(state));
          const tokens = Object.values(state.tokens);
          expect(tokens.length > 0 && tokens.every(({ at }) => at === 'joining')).toBe(false);
          expect(state.status === 'running').toBe(tokens.length > 0);
        };
        send({ type: 'started', at: 0, variables: {} });
        for (const pick of picks) {
          // A split in a loop may make tokens without end: enough is seen of those.
          if (Object.keys(state.tokens).length > 60) return;
          const event = state.status === 'running' ? host.choose(state, pick, 4) : null;
          if (event !== null && event.type !== 'incidentResolved') send(event);
        }
      }),
      { numRuns: 250 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Agenda } from '../../engine/simulate/agenda.ts';

describe('an agenda', () => {
  it('gives what was planned by instant, then in the order of planning, without what was dropped', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.boolean())), (plans) => {
        const agenda = new Agenda<number>();
        plans.forEach(([at], i) => agenda.plan(String(i), at, i));
        plans.forEach(([, dropped], i) => dropped && agenda.drop(String(i)));
        const taken: number[] = [];
        for (let next = agenda.next(); next !== undefined; next = agenda.next()) taken.push(next.item);
        const kept = plans.flatMap(([at, dropped], i) => (dropped ? [] : [{ at, i }]));
        expect(taken).toEqual(kept.sort((a, b) => a.at - b.at || a.i - b.i).map(({ i }) => i));
      }),
    );
  });
});

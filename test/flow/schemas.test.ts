import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type { ActivityContract } from '../../definitions/activity/contract.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { DecisionTableSchema } from '../../definitions/decision/table.schema.ts';
import type { Calendar } from '../../definitions/flow/calendar.ts';
import { CalendarSchema } from '../../definitions/flow/calendar.schema.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import type { FlowSchema } from '../../definitions/flow/flow.schema.ts';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { FlowNode, NodeByKind, NodeKind } from '../../definitions/flow/node.ts';
import type { FlowNodeSchema, NODE_SCHEMAS } from '../../definitions/flow/node.schema.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { ActivityContractSchema, RevisionSchema } from '../../definitions/flow/revision.schema.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import type { WordList } from '../../definitions/flow/word-list.ts';
import { WordListSchema } from '../../definitions/flow/word-list.schema.ts';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** A type with everything in it readonly, so that only what matters is compared; types that hold themselves as they are. */
type Settled<T> =
  Same<T, Json> extends true
    ? Json
    : Same<T, JsonObject> extends true
      ? JsonObject
      : Same<T, ValueType> extends true
        ? ValueType
        : T extends object
          ? { readonly [K in keyof T]: Settled<T[K]> }
          : T;
/** True when each of two types takes the other's values; `never` in either would take part of the answer away. */
type Agree<A, B> = Same<Settled<A>, Settled<B>>;
type Schemas = typeof NODE_SCHEMAS;

// These are compile-time tests: a schema that drifts from its interface fails `tsc`.
describe('each schema and its interface', () => {
  it('agree both ways', () => {
    expectTypeOf<Agree<z.infer<typeof FlowSchema>, Flow>>().toEqualTypeOf<true>();
    expectTypeOf<Agree<z.infer<typeof FlowNodeSchema>, FlowNode>>().toEqualTypeOf<true>();
    expectTypeOf<Agree<z.infer<typeof RevisionSchema>, Revision>>().toEqualTypeOf<true>();
    expectTypeOf<Agree<z.infer<typeof ActivityContractSchema>, ActivityContract>>().toEqualTypeOf<true>();
    expectTypeOf<Agree<z.infer<typeof DecisionTableSchema>, DecisionTable>>().toEqualTypeOf<true>();
    expectTypeOf<Agree<z.infer<typeof WordListSchema>, WordList>>().toEqualTypeOf<true>();
    expectTypeOf<Agree<z.infer<typeof CalendarSchema>, Calendar>>().toEqualTypeOf<true>();
  });

  it('agree for every kind of node', () => {
    type Disagreeing = {
      [K in NodeKind]: Agree<z.infer<Schemas[K]>, NodeByKind[K]> extends true ? never : K;
    }[NodeKind];
    expectTypeOf<Disagreeing>().toEqualTypeOf<never>();
  });

  it('would be told apart by the comparison if they did not agree', () => {
    expectTypeOf<Agree<{ a: string }, { a: string; b: number }>>().toEqualTypeOf<false>();
    expectTypeOf<Agree<{ a?: string }, { a: string }>>().toEqualTypeOf<false>();
    expectTypeOf<Agree<{ a: 'x' }, { a: 'x' | 'y' }>>().toEqualTypeOf<false>();
  });
});

describe('a calendar', () => {
  const open = (...times: readonly (readonly [string, string])[]) => ({
    id: 'c',
    name: 'C',
    open: times.map(([from, to]) => ({ from: `2026-03-0${from}:00Z`, to: `2026-03-0${to}:00Z` })),
  });

  it('is read when its intervals are sorted and apart', () => {
    expect(CalendarSchema.safeParse(open(['2T09:00', '2T12:00'], ['2T12:00', '2T17:00'])).success).toBe(true);
  });

  it.each([
    ['overlap', open(['2T09:00', '2T12:00'], ['2T11:00', '2T17:00'])],
    ['are not sorted', open(['3T09:00', '3T12:00'], ['2T09:00', '2T17:00'])],
    ['end before they begin', open(['2T12:00', '2T09:00'])],
    [
      'are in no zone',
      { id: 'c', name: 'C', open: [{ from: '2026-03-02T09:00:00', to: '2026-03-02T10:00:00' }] },
    ],
  ])('is refused when its intervals %s', (_, calendar) => {
    expect(CalendarSchema.safeParse(calendar).success).toBe(false);
  });
});

describe('a decision table and a word list', () => {
  it('refuse members that nobody knows', () => {
    const table = { id: 't', name: 'T', hitPolicy: 'first', inputs: [], outputs: [], rows: [] };
    expect(DecisionTableSchema.safeParse(table).success).toBe(true);
    expect(DecisionTableSchema.safeParse({ ...table, colour: 'red' }).success).toBe(false);
    expect(DecisionTableSchema.safeParse({ ...table, hitPolicy: 'whatever' }).success).toBe(false);
  });

  it('refuse a phrase of blanks', () => {
    const list = (phrase: string) => ({ id: 'w', name: 'W', entries: [{ phrase, means: 'delay' }] });
    expect(WordListSchema.safeParse(list('never came')).success).toBe(true);
    expect(WordListSchema.safeParse(list('  ')).success).toBe(false);
  });
});

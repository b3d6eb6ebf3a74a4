import fc from 'fast-check';

/**
 * A structured piece of a flow, from which a drawing is made. Every loop passes a wait and is counted; every branch
 * of a split either comes to the join or ends.
 */
export type Block =
  | {
      readonly is: 'activity';
      readonly repeat: number | null;
      readonly onError: boolean;
      readonly timer: TimerShape | null;
    }
  | {
      readonly is: 'ask';
      readonly reads: boolean;
      readonly answeredBy: boolean;
      readonly timer: TimerShape | null;
      readonly repeat: number | null;
    }
  | { readonly is: 'decide'; readonly repeat: number | null }
  | { readonly is: 'wait' }
  | {
      readonly is: 'first of';
      readonly wrote: Block;
      readonly silent: Block;
      readonly accept: 'unread' | 'new';
    }
  | { readonly is: 'branch'; readonly yes: Block; readonly no: Block; readonly goes: boolean }
  | { readonly is: 'split'; readonly branches: readonly { readonly body: Block; readonly ends: boolean }[] }
  | { readonly is: 'loop'; readonly body: Block; readonly times: number }
  | {
      readonly is: 'call';
      readonly body: Block;
      readonly repeat: number | null;
      readonly timer: TimerShape | null;
    }
  | { readonly is: 'row'; readonly blocks: readonly Block[] };

export type TimerShape = 'interrupts' | 'reminds' | 'reminds thrice';

const timer = fc.option(fc.constantFrom<TimerShape>('interrupts', 'reminds', 'reminds thrice'), { freq: 3 });
const repeat = fc.option(fc.integer({ min: 0, max: 4 }), { freq: 3 });

/** Flows of up to some dozens of nodes, of every kind. */
export const block: fc.Arbitrary<Block> = fc.letrec<{ block: Block; leaf: Block }>((tie) => ({
  leaf: fc.oneof(
    fc.record({ is: fc.constant('activity' as const), repeat, onError: fc.boolean(), timer }),
    fc.record({
      is: fc.constant('ask' as const),
      reads: fc.boolean(),
      answeredBy: fc.boolean(),
      timer,
      repeat,
    }),
    fc.record({ is: fc.constant('decide' as const), repeat }),
    fc.record({ is: fc.constant('wait' as const) }),
  ),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.record({ is: fc.constant('row' as const), blocks: fc.array(tie('block'), { maxLength: 4 }) }),
    fc.record({
      is: fc.constant('split' as const),
      branches: fc.array(fc.record({ body: tie('block'), ends: fc.boolean() }), {
        minLength: 2,
        maxLength: 3,
      }),
    }),
    fc.record({
      is: fc.constant('branch' as const),
      yes: tie('block'),
      no: tie('block'),
      goes: fc.boolean(),
    }),
    fc.record({
      is: fc.constant('first of' as const),
      wrote: tie('block'),
      silent: tie('block'),
      accept: fc.constantFrom('unread' as const, 'new' as const),
    }),
    fc.record({
      is: fc.constant('loop' as const),
      body: tie('block'),
      times: fc.integer({ min: 1, max: 3 }),
    }),
    fc.record({ is: fc.constant('call' as const), body: tie('block'), repeat, timer }),
  ),
})).block;

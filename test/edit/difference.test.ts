import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applied } from '../../definitions/edit/applied.ts';
import { inverse, type Change } from '../../definitions/edit/change.ts';
import { difference } from '../../definitions/edit/difference.ts';
import { canonicalJson } from '../../definitions/flow/canonical.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import { tidyContent, wildContent } from './any-content.ts';
import { anyAct, done } from './commands.ts';

function after(content: DraftContent, changes: readonly Change[]): DraftContent {
  const result = applied(content, changes);
  if ('problem' in result) throw new Error(result.problem.message);
  return result.content;
}

/** There and back, byte for byte, by changes that could have come over a wire. */
function expectBothWays(before: DraftContent, then: DraftContent): void {
  const changes: readonly Change[] = JSON.parse(JSON.stringify(difference(before, then)));
  const there = applied(before, changes);
  if ('problem' in there) throw new Error(there.problem.message);
  expect(canonicalJson(there.content)).toBe(canonicalJson(then));
  expect(there.made).toEqual(changes);
  expect(canonicalJson(after(then, inverse(changes)))).toBe(canonicalJson(before));
}

const { flow, flows, tables, wordLists, calendars, scenarios } = mentionCare();
const { [flow.id]: _root, ...called } = flows;
const shipped: DraftContent = { flow, called, tables, wordLists, calendars, scenarios };

describe('the difference of two contents', () => {
  it('leads from one to the other and back, whatever they hold', () => {
    fc.assert(fc.property(wildContent, wildContent, expectBothWays), { numRuns: 200 });
  });

  it('leads to what any commands made of a content, and back', () => {
    fc.assert(
      fc.property(
        fc.oneof(wildContent, tidyContent),
        fc.array(anyAct, { minLength: 1, maxLength: 12 }),
        (content, acts) => {
          const then = acts.reduce((made, act, at) => done(made, act, `new ${at}`), content);
          expectBothWays(content, then);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('leads to what any commands made of the flow that ships, and back', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { minLength: 1, maxLength: 20 }), (acts) => {
        expectBothWays(
          shipped,
          acts.reduce((made, act, at) => done(made, act, `new ${at}`), shipped),
        );
      }),
    );
  });
});

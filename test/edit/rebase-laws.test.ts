import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applied } from '../../definitions/edit/applied.ts';
import { inverse, type Change } from '../../definitions/edit/change.ts';
import { canStand } from '../../definitions/edit/conflict.ts';
import { difference } from '../../definitions/edit/difference.ts';
import type { Edit } from '../../definitions/edit/edit.ts';
import { NetOfChanges } from '../../definitions/edit/net.ts';
import { rebase, settled } from '../../definitions/edit/rebase.ts';
import { canonicalJson } from '../../definitions/flow/canonical.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import { tidyContent } from './any-content.ts';
import { made } from './changes.ts';
import { anyAct, done, type Act } from './commands.ts';
import { unfulfilled, unordered } from './fulfilled.ts';

const someActs = fc.array(anyAct, { minLength: 1, maxLength: 4 });

/** What somebody does with a content, one command after the other, as one edit: `acts` in one go, or one by one. */
function editBy(who: string, content: DraftContent, acts: readonly Act[], inSteps: boolean): Edit {
  const changes: Change[] = [];
  let at = content;
  for (const [index, act] of acts.entries()) {
    const then = done(at, act, `${who} ${index}`);
    if (inSteps) changes.push(...difference(at, then));
    at = then;
  }
  return { id: who, label: '', changes: inSteps ? changes : difference(content, at) };
}

const twoEdits = fc
  .tuple(tidyContent, someActs, someActs, fc.boolean(), fc.boolean())
  .map(([content, myActs, theirActs, mineInSteps, theirsInSteps]) => ({
    content,
    mine: editBy('mine', content, myActs, mineInSteps),
    theirs: editBy('theirs', content, theirActs, theirsInSteps).changes,
  }));

describe('an edit made on top of what others did', () => {
  it('fits and does all that both wanted, or is reported', () => {
    const seen = { fits: 0, conflicts: 0 };
    fc.assert(
      fc.property(twoEdits, ({ content, mine, theirs }) => {
        const result = rebase(mine, theirs);
        if ('conflicts' in result) {
          seen.conflicts++;
          expect(result.conflicts.length).toBeGreaterThan(0);
          return;
        }
        seen.fits++;
        const before = made(content, theirs);
        const both = applied(before, result.edit.changes);
        if ('problem' in both) throw new Error(both.problem.message);
        expect(unfulfilled(both.content, new NetOfChanges(mine.changes), new NetOfChanges(theirs))).toEqual(
          [],
        );
        expect(unfulfilled(both.content, new NetOfChanges(theirs), new NetOfChanges(mine.changes))).toEqual(
          [],
        );
        expect(canonicalJson(made(both.content, inverse(both.made)))).toBe(canonicalJson(before));
      }),
      { numRuns: 800 },
    );
    expect(seen.fits).toBeGreaterThan(100);
    expect(seen.conflicts).toBeGreaterThan(30);
  });

  it('comes to the same whoever was first, but for the order of what both put in one place', () => {
    fc.assert(
      fc.property(twoEdits, ({ content, mine, theirs }) => {
        const [first, second] = [rebase(mine, theirs), rebase({ ...mine, changes: theirs }, mine.changes)];
        expect('conflicts' in first).toBe('conflicts' in second);
        if ('conflicts' in first || 'conflicts' in second) return;
        const one = made(made(content, theirs), first.edit.changes);
        const other = made(made(content, mine.changes), second.edit.changes);
        expect(unordered(one)).toEqual(unordered(other));
      }),
      { numRuns: 300 },
    );
  });

  it('stands when it is chosen, unless what it is about is gone', () => {
    const seen = { stands: 0, gone: 0 };
    fc.assert(
      fc.property(twoEdits, ({ content, mine, theirs }) => {
        const before = made(content, theirs);
        const rebased = rebase(mine, theirs);
        const chosen = settled(mine, theirs, 'mine');
        const dropped = settled(mine, theirs, 'theirs');
        expect(dropped).toEqual({ edit: { ...mine, changes: [] } });
        if ('edit' in rebased) {
          expect(chosen).toEqual(rebased);
          return;
        }
        const gone = rebased.conflicts.filter((conflict) => !canStand(conflict));
        if ('conflicts' in chosen) {
          seen.gone++;
          expect(chosen.conflicts).toEqual(gone);
          return;
        }
        seen.stands++;
        expect(gone).toEqual([]);
        const then = made(before, chosen.edit.changes);
        expect(unfulfilled(then, new NetOfChanges(mine.changes), new NetOfChanges(theirs))).toEqual([]);
      }),
      { numRuns: 600 },
    );
    expect(seen.stands).toBeGreaterThan(10);
    expect(seen.gone).toBeGreaterThan(10);
  });
});

describe('the net of changes', () => {
  it('holds what all of them did', () => {
    fc.assert(
      fc.property(tidyContent, someActs, (content, acts) => {
        const { changes } = editBy('mine', content, acts, true);
        const then = made(content, changes);
        expect(unfulfilled(then, new NetOfChanges(changes), new NetOfChanges([]))).toEqual([]);
        // On nothing of theirs an edit comes to the same content.
        const alone = rebase({ id: 'mine', label: '', changes }, []);
        if ('conflicts' in alone) throw new Error('Nobody else did anything.');
        expect(canonicalJson(made(content, alone.edit.changes))).toBe(canonicalJson(then));
      }),
      { numRuns: 300 },
    );
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentOf } from '../../definitions/flow/draft.ts';
import { freshStore, type Fresh } from './fresh-store.ts';
import { smallRevision } from './small-revision.ts';

let fresh: Fresh;
beforeEach(async () => {
  fresh = await freshStore();
});
afterEach(() => fresh.dispose());

const codes = (all: readonly PromiseSettledResult<unknown>[]) =>
  all.map((one) => (one.status === 'rejected' ? one.reason.code : 'done')).sort();

describe('flows among each other', () => {
  it('begin with the one that ships taking cases, and none archived', async () => {
    expect(await fresh.store.flowStandings.read()).toEqual({ takesCases: 'mention-care', archived: [] });
  });

  it('are put out of the way and brought back, once each', async () => {
    const { flowStandings } = fresh.store;
    const archived = await Promise.allSettled(
      ['ann', 'bob', 'cem', 'dee'].map((by) => flowStandings.archive('old', by, `says ${by}`)),
    );
    expect(codes(archived)).toEqual(['done', 'refused', 'refused', 'refused']);
    const [one] = (await flowStandings.read()).archived;
    expect(one).toMatchObject({ flow: 'old', why: `says ${one?.by}`, at: '2026-03-02T10:00:00.000Z' });
    expect((await flowStandings.read()).archived).toHaveLength(1);
    const back = await Promise.allSettled([flowStandings.bringBack('old'), flowStandings.bringBack('old')]);
    expect(codes(back)).toEqual(['done', 'refused']);
    expect((await flowStandings.read()).archived).toEqual([]);
  });

  it('never have one archived that takes cases, whoever does what at once', async () => {
    const { flowStandings } = fresh.store;
    await expect(flowStandings.archive('mention-care', 'ann', '')).rejects.toMatchObject({
      code: 'refused',
      what: 'New cases begin with this flow, so it cannot be archived.',
    });
    for (let turn = 0; turn < 8; turn++) {
      const flow = `f${turn}`;
      await Promise.allSettled([
        flowStandings.letTakeCases(flow),
        flowStandings.archive(flow, 'ann', ''),
        flowStandings.letTakeCases(`g${turn}`),
        flowStandings.archive(`g${turn}`, 'bob', ''),
      ]);
      const { takesCases, archived } = await flowStandings.read();
      expect(archived.map((one) => one.flow)).not.toContain(takesCases);
    }
    await flowStandings.letTakeCases('last');
    await flowStandings.archive('mention-care', 'ann', 'another is better');
    await expect(flowStandings.letTakeCases('mention-care')).rejects.toMatchObject({ code: 'refused' });
    expect((await flowStandings.read()).takesCases).toBe('last');
  });

  it('let nothing go live of one that is archived', async () => {
    const { drafts, flowStandings, releases, revisions } = fresh.store;
    const revision = smallRevision('X', 'x');
    const { hash } = await revisions.put(revision, { author: 'ann', why: '' });
    await drafts.begin(contentOf(revision), 'ann');
    await flowStandings.archive('x', 'ann', '');
    const about = { by: 'ann', why: '' };
    await expect(releases.release('x', hash, 'ann', '')).rejects.toMatchObject({ code: 'refused' });
    await expect(drafts.release({ flow: 'x', version: 1 }, revision, about)).rejects.toMatchObject({
      code: 'refused',
    });
    expect(await drafts.find('x')).not.toBeNull();
    await flowStandings.bringBack('x');
    await drafts.release({ flow: 'x', version: 1 }, revision, about);
    expect(await releases.live('x')).toMatchObject({ hash });
  });
});

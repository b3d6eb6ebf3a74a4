import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Case } from '../../definitions/model/case.ts';
import type { EffectKind } from '../../definitions/activity/contract.ts';
import { ActivityProblem } from '../../workers/sdk/activity-problem.ts';
import { defineActivity, type ActivityDefinition } from '../../workers/sdk/define-activity.ts';
import { openCaseServer, type CaseServer } from './case-server.ts';
import { drawing, end, node, start } from './drawing.ts';

/** What the other side says to every try; null: it works. */
let says: string | null = 'unreachable';
let tries = 0;

const ask = (name: string, effect: EffectKind): ActivityDefinition =>
  defineActivity({
    name,
    title: name,
    description: 'Asks the other side.',
    input: z.object({}),
    output: z.object({}),
    effect,
    retry: { maximumAttempts: 0, initialIntervalMs: 150, backoffCoefficient: 1, maximumIntervalMs: 150 },
    run: async () => {
      tries += 1;
      if (says !== null) throw new ActivityProblem(says, { retry: says !== 'refused' });
      return {};
    },
  });

/** Within the workflow's worker, and as a task of its own. */
const KINDS = { askHere: 'none', askAway: 'keyed' } as const;
const activities = Object.entries(KINDS).map(([name, effect]) => ask(name, effect));

for (const [name] of Object.entries(KINDS))
  describe(`an activity that fails for a while (${name})`, () => {
    let server: CaseServer;
    beforeAll(async () => {
      server = await openCaseServer({
        flow: drawing(`retries-${name}`, {
          nodes: [
            start,
            node('serviceTask', 'ask', { activity: name, input: {} }),
            node('intermediateCatchEvent', 'rest', { wait: { kind: 'duration', for: 'duration("P1D")' } }),
            end(),
          ],
          edges: ['start > ask', 'ask > rest', 'rest > end'],
        }),
        activities,
      });
    });
    afterAll(() => server.close());

    const tried = (caseId: string): Promise<Case> =>
      server.until(caseId, ({ retries }) => retries.length > 0);
    const again = async (times: number): Promise<void> => {
      const wanted = tries + times;
      await expect.poll(() => tries, { timeout: 20_000 }).toBeGreaterThanOrEqual(wanted);
    };

    it('is told with its step, why, and since when it failed first, until it works', async () => {
      says = 'unreachable';
      const caseId = await server.hear();
      const found = await tried(caseId);
      const [first] = found.retries;
      expect(first).toMatchObject({
        ...{ scope: '0', flow: `retries-${name}`, node: 'ask', visit: 1, item: 0 },
        ...{ activity: name, code: 'unreachable' },
      });
      says = 'not taken';
      await server.until(caseId, ({ retries }) => retries[0]?.code === 'not taken');
      await again(2);
      const later = await server.until(caseId, ({ positions }) => positions.length > 0 || name === 'askAway');
      // The run tells itself where it stands, unless it is Temporal that tries again.
      expect(later.positions.map((at) => at.node)).toEqual(name === 'askHere' ? ['ask'] : []);
      expect(later.retries).toEqual([{ ...first, code: 'not taken' }]);
      says = null;
      const done = await server.until(caseId, ({ positions }) => positions[0]?.node === 'rest');
      expect(done).toMatchObject({ status: 'waiting', owesReport: false, retries: [] });
    });

    it('is no longer told once it failed for good', async () => {
      says = 'unreachable';
      const caseId = await server.hear();
      await tried(caseId);
      says = 'refused';
      const stuck = await server.until(caseId, ({ status }) => status === 'stuck');
      expect(stuck.retries).toEqual([]);
    });

    it('leaves nothing behind when the case is cancelled meanwhile', async () => {
      says = 'unreachable';
      const caseId = await server.hear();
      await tried(caseId);
      const actor = { person: 'lea', teams: [], roles: ['lead'] };
      await server.runs.cancelCase({ caseId, actor, reason: 'none' });
      expect((await server.closed(caseId)).retries).toEqual([]);
    });
  });

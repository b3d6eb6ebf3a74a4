import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { newFlow } from '../../definitions/flow/new-flow.ts';
import { NOTHING_SAID } from '../../definitions/model/customer.ts';
import type { Change } from '../../engine/store/changes.ts';
import { openStore } from '../../engine/store/store.ts';
import { caseIdOf, freshStore, mongoUri, said, type Fresh } from './fresh-store.ts';
import { incident, opening, report } from './progress-report.ts';
import { openWire } from '../setup/wire.ts';
import { smallRevision } from './small-revision.ts';

/** A server may hold back all changes until it has given up the transaction of a process that was killed. */
const AFTER_A_KILL = { timeout: 75_000, interval: 50 };

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.dispose());

it(
  'a watcher is told of cases, mentions, tasks and incidents as they change',
  { timeout: 120_000 },
  async () => {
    const { store } = fresh;
    const { hash } = await store.revisions.put(smallRevision(), { author: 'ann', why: '' });
    const changes: Change[] = [];
    const watching = store.changes.watch((change) => changes.push(change));
    await watching.ready;
    const [verdict] = await store.mentions.capture([said('w1')]);
    const caseId = caseIdOf(verdict);
    const opened = {
      revision: hash,
      tasksOpened: [opening(caseId, '1')],
      incidentsRaised: [incident(caseId, '2')],
    };
    await store.cases.recordProgress(report(caseId, 1, opened));
    await store.tasks.take(`${caseId}.1`, { version: 1, by: 'pat' });
    const told = (kind: string, id: string) => expect(changes).toContainEqual({ kind, id, caseId });
    await vi.waitFor(() => {
      told('case', caseId);
      told('task', `${caseId}.1`);
      told('incident', `${caseId}.2`);
      expect(changes.filter((change) => change.kind === 'task')).toHaveLength(2);
      expect(changes.some((change) => change.kind === 'mention' && change.caseId === caseId)).toBe(true);
    }, AFTER_A_KILL);
    await watching.close();
  },
);

it('a watcher is told of a flow when anything of it changes', { timeout: 120_000 }, async () => {
  const { drafts, flowStandings, revisions, releases, changes } = fresh.store;
  const heard: Change[] = [];
  const watching = changes.watch((change) => heard.push(change));
  await watching.ready;
  const told = async (id: string, act: () => Promise<unknown>): Promise<void> => {
    heard.length = 0;
    await act();
    const change = { kind: 'flow', id, caseId: null };
    await vi.waitFor(() => expect(heard).toContainEqual(change), AFTER_A_KILL);
  };
  const content = newFlow('watched', 'Watched');
  const { flow } = content;
  await told(flow.id, () => drafts.begin(content, 'ann'));
  await told(flow.id, () => drafts.change(flow.id, 1, content, 'ann'));
  await told(flow.id, () => drafts.discard(flow.id, 2));
  const about = { author: 'ann', why: '' };
  const { hash } = await revisions.put(smallRevision('Watched', 'published'), about);
  await told('again', () => revisions.put(smallRevision('Watched', 'again'), about));
  await told('published', () => releases.release('published', hash, 'ann', ''));
  await told('flows', () => flowStandings.archive('published', 'ann', ''));
  await told('flows', () => flowStandings.bringBack('published'));
  await watching.close();
});

it(
  'a watcher is told when a question who somebody is is put, and when it is answered',
  { timeout: 120_000 },
  async () => {
    const { customers, links, mentions, profiles, changes } = fresh.store;
    await mentions.capture([said('who', { author: { externalId: 'who' } })]);
    const profileId = (await profiles.byExternalId('tweet', 'who'))?.id ?? '';
    const about = { ...NOTHING_SAID, crm: 'billing', accountNumber: '1' };
    const { id: customerId } = await customers.upsert(about);
    const pair = { profileId, customerId };
    const heard: Change[] = [];
    const watching = changes.watch((change) => heard.push(change));
    await watching.ready;
    const told = async (): Promise<void> => {
      await vi.waitFor(() => expect(heard.map(({ kind }) => kind)).toContain('who'), AFTER_A_KILL);
      heard.length = 0;
    };
    const how = 'likely by their fields' as const;
    const asked = await links.propose({ ...pair, how, evidence: {}, by: 'earshot', at: links.now() }, 0.6);
    await told();
    const answer = 'not the same' as const;
    await links.answer({ ...pair, answer, eventId: asked?.id ?? '', by: 'ann', at: links.now() });
    await told();
    await watching.close();
  },
);

it('a watcher misses nothing for good when the connection is cut', { timeout: 240_000 }, async () => {
  const wire = await openWire(mongoUri());
  const watched = await openStore({ uri: wire.uri, database: fresh.database });
  const changes: Change[] = [];
  const watching = watched.changes.watch((change) => changes.push(change));
  await watching.ready;
  wire.cut();
  await wire.mend();
  const [verdict] = await fresh.store.mentions.capture([said('cut')]);
  const caseId = caseIdOf(verdict);
  await vi.waitFor(
    () =>
      expect(changes.some((change) => change.kind === 'everything' || change.caseId === caseId)).toBe(true),
    AFTER_A_KILL,
  );
  // And goes on telling.
  const [later] = await fresh.store.mentions.capture([said('after the cut')]);
  await vi.waitFor(
    () => expect(changes).toContainEqual({ kind: 'case', id: caseIdOf(later), caseId: caseIdOf(later) }),
    AFTER_A_KILL,
  );
  await watching.close();
  await watched.close();
  wire.cut();
});

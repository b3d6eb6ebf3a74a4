import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Change } from '../../engine/store/changes.ts';
import { openStore } from '../../engine/store/store.ts';
import { caseIdOf, freshStore, mongoUri, said, type Fresh } from './fresh-store.ts';
import { incident, opening, report } from './progress-report.ts';
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

it('a watcher misses nothing for good when the connection is cut', { timeout: 240_000 }, async () => {
  const cut = await cuttable(new URL(mongoUri()));
  const uri = new URL(mongoUri());
  uri.host = `127.0.0.1:${cut.port}`;
  uri.searchParams.set('directConnection', 'true');
  const watched = await openStore({ uri: uri.href, database: fresh.database });
  const changes: Change[] = [];
  const watching = watched.changes.watch((change) => changes.push(change));
  await watching.ready;
  cut.all();
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
  await cut.close();
});

/** A way to the server that can be cut. */
async function cuttable(to: URL) {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    const onward = connect(Number(to.port), to.hostname);
    for (const [end, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(end);
      end.pipe(other);
      end.on('error', () => other.destroy());
      end.on('close', () => {
        sockets.delete(end);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    all: () => sockets.forEach((socket) => socket.destroy()),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

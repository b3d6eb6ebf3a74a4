import { EARSHOT } from '../../definitions/model/act.ts';
import type { Store } from '../../engine/store/store.ts';
import type { RetentionActivities } from '../../engine/workflows/retention-messages.ts';
import { hideText } from './hide-text.ts';

/** So long batches are taken away in one go: short enough that little is done twice after a crash. */
const AT_MOST_MS = 10_000;

/** What taking old data away asks of the store. Ids and numbers alone come back: they enter a history. */
export function retentionActivities(store: Store): RetentionActivities {
  return {
    async beginRetention({ runId, by }) {
      await store.retention.begin(runId, by).catch(hideText);
    },
    async goOnErasing() {
      await store.erasure.goOn().catch(hideText);
    },
    async takeOldAway({ runId, kind, place }) {
      const end = performance.now() + AT_MOST_MS;
      let next = place;
      do next = (await store.retention.takeAway(runId, kind, next).catch(hideText)).next;
      while (next !== null && performance.now() < end);
      return { next };
    },
    async finishRetention({ runId }) {
      const before = await store.retention.find(runId).catch(hideText);
      if (before === null || before.endedAt !== null) return;
      const documents = Object.values(before.taken).reduce((sum, count) => sum + count, 0);
      // Every night on which there was nothing to do need not be told.
      if (documents > 0 || before.by !== EARSHOT)
        await store.audit
          .record({ who: before.by, act: 'took old data away', subject: runId, detail: { documents } })
          .catch(hideText);
      await store.retention.finish(runId).catch(hideText);
    },
  };
}

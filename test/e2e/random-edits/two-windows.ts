import type { EarshotApi } from '../../setup/earshot-processes.ts';
import { isSameDrawing, type DraftWindow, type Drawn } from './draft-window.ts';
import { actAtRandom } from './random-acts.ts';

/** What two came to who drew one flow at the same time. */
export interface Together {
  readonly acts: number;
  /** Edits that stand in the draft. */
  readonly taken: number;
  /** Edits that were shown to their author as not standing in it. */
  readonly refused: number;
  /** Edits that are neither: there must be none. */
  readonly lost: readonly string[];
  /** What either window shows at the end, and what the first one shows opened anew. */
  readonly drawings: readonly [Drawn, Drawn, Drawn];
}

const OFFLINE_EVERY = 25;
const MOST_EDITS = 100_000;
const HEARD_WITHIN_MS = 20_000;

/** Two windows do things at random until the time is over, each now and then without a connection. */
export async function drawTogether(
  windows: readonly [DraftWindow, DraftWindow],
  { store }: Pick<EarshotApi, 'store'>,
  random: () => number,
  durationMs: number,
): Promise<Together> {
  const until = Date.now() + durationMs;
  const made = new Set<string>();
  const refused = new Set<string>();
  const look = async (window: DraftWindow): Promise<void> => {
    for (const { list, id } of await window.kept()) (list === 'aside' ? refused : made).add(id);
  };
  const one = async (window: DraftWindow): Promise<number> => {
    let acts = 0;
    while (Date.now() < until) {
      acts += 1;
      await actAtRandom(window, random);
      if (acts % OFFLINE_EVERY !== 0) continue;
      await look(window);
      await window.page.context().setOffline(random() < 0.5);
    }
    await window.page.context().setOffline(false);
    return acts;
  };
  const acts = await Promise.all(windows.map(one));
  // What one decides may be what the other has to hear.
  for (const window of [...windows, ...windows]) {
    await window.saved(() => look(window));
    await look(window);
  }
  const [first] = windows;
  const drawings = [...(await afterHearing(windows)), await reopened(first)] as const;
  const taken = new Set(
    ((await store.draftEdits.since(first.flow, 1, MOST_EDITS)) ?? []).map(({ id }) => id),
  );
  return {
    acts: acts.reduce((sum, count) => sum + count, 0),
    taken: taken.size,
    refused: refused.size,
    lost: [...made].filter((id) => !taken.has(id) && !refused.has(id)),
    drawings,
  };
}

/** What both show as soon as that is the same; what they show at last when it never is. */
async function afterHearing([first, second]: readonly [DraftWindow, DraftWindow]): Promise<[Drawn, Drawn]> {
  // That all of one's own is saved does not say that what the other saved was heard.
  for (const until = Date.now() + HEARD_WITHIN_MS; ; await new Promise((go) => setTimeout(go, 100))) {
    const shown: [Drawn, Drawn] = [await first.drawn(), await second.drawn()];
    if (isSameDrawing(...shown) || Date.now() > until) return shown;
  }
}

async function reopened(window: DraftWindow): Promise<Drawn> {
  await window.reload();
  return window.drawn();
}

import type { Connection } from '@temporalio/client';
import { atSpeed, type StoryClock } from '../../definitions/model/story-clock.ts';
import { openStoreOf, type Space, type SpaceAddress } from '../runs/space.ts';
import { forgetRuns } from '../runs/forget-runs.ts';
import type { SampleDay } from '../store/sample-day.ts';
import type { Store } from '../store/store.ts';
import { SCALE_OF, type Pace } from './pace.ts';

/** How long the processes that carry the day may take to let go of it. */
const LETTING_GO_MS = 20_000;
const LOOK_MS = 100;
/** A case that starts just while the pace changes may still start by the old clock; it is told a moment later. */
const TELL_AGAIN_MS = 1_500;
const AT_ONCE = 16;

/** The sample day as its visitor handles it. */
export interface SampleDayControl {
  /** Null: none is on. */
  read(): Promise<SampleDay | null>;
  /**
   * Starts one, its clock showing `storyStart` (ms since the epoch), and resolves once it can be looked at. One that
   * is on already stays as it is.
   */
  start(by: string, storyStart: number): Promise<void>;
  setPace(pace: Pace): Promise<void>;
  setAnswersItself(answersItself: boolean): Promise<void>;
  /** Takes it away: its cases, people, mentions and histories. */
  remove(): Promise<void>;
}

export interface SampleDayControlOptions {
  /** Of the installation itself. */
  readonly store: Store;
  /** Of the sample day. */
  readonly address: SpaceAddress;
  readonly connection: Connection;
  /** The sample day's space in this process once it is open. */
  readonly opened: () => Pick<Space, 'store' | 'runs'> | null;
  readonly look: () => void;
  /** Story seconds per real second at the start; a test's may be faster than any pace. */
  readonly scale?: number;
}

export function sampleDayControl(options: SampleDayControlOptions): SampleDayControl {
  const { store, address, connection, opened, look, scale = SCALE_OF.normal } = options;

  return {
    read: () => store.sampleDay.read(),
    async start(by, storyStart) {
      const clock = { real: Date.now(), story: storyStart, scale };
      await store.sampleDay.start({ clock, answersItself: false, startedBy: by });
      look();
      await until(() => Promise.resolve(opened() !== null), LETTING_GO_MS);
    },
    async setPace(pace) {
      const day = await store.sampleDay.read();
      if (day === null) return;
      const clock = atSpeed(day.clock, Date.now(), SCALE_OF[pace]);
      await store.sampleDay.change({ clock });
      look();
      await tellAll(clock);
      setTimeout(() => void tellAll(clock).catch(() => undefined), TELL_AGAIN_MS).unref();
    },
    async setAnswersItself(answersItself) {
      await store.sampleDay.change({ answersItself });
      look();
    },
    async remove() {
      if ((await store.sampleDay.change({ isEnding: true })) === null) return;
      look();
      await until(
        async () => opened() === null && ((await store.sampleDay.read())?.workers ?? []).length === 0,
        LETTING_GO_MS,
      );
      await forgetRuns(connection, address.namespace);
      const left = await openStoreOf(address, null);
      await left.dropDatabase();
      await left.close();
      await store.sampleDay.forget();
    },
  };

  /** Every case that goes on is told; one that another pace change overtook is told the later clock by that one. */
  async function tellAll(clock: StoryClock): Promise<void> {
    const space = opened();
    if (space === null) return;
    const waiting = [...(await space.store.cases.goingOn())];
    const tell = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
        await space.runs.followStory(next, clock);
    };
    const now = await store.sampleDay.read();
    if (now?.clock.real !== clock.real) return;
    await Promise.all(Array.from({ length: AT_ONCE }, tell));
  }
}

async function until(holds: () => Promise<boolean>, forMs: number): Promise<void> {
  for (let waited = 0; waited < forMs && !(await holds()); waited += LOOK_MS)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}

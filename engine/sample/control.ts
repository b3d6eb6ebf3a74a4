import type { Connection } from '@temporalio/client';
import { atSpeed, storyAt } from '../../definitions/model/story-clock.ts';
import { openStoreOf, type Space, type SpaceAddress } from '../runs/space.ts';
import { forgetRuns } from '../runs/forget-runs.ts';
import { silentWorkers } from '../runs/live-workers.ts';
import type { SampleDay } from '../store/sample-day.ts';
import type { Store } from '../store/store.ts';
import { changeClock } from './change-clock.ts';
import { putCrmsInPlace, removeCrms } from './crm-copy.ts';
import { readMorning } from './morning.ts';
import { SCALE_OF, type Pace } from './pace.ts';

/** How long the processes that carry the day may take to let go of it. */
const LETTING_GO_MS = 20_000;
const LOOK_MS = 100;

/** The sample day as its visitor handles it. */
export interface SampleDayControl {
  /** Null: none is on. */
  read(): Promise<SampleDay | null>;
  /**
   * Starts one on that morning (ISO 8601, with the offset of the visitor's clock), and resolves once it can be looked
   * at. False: one is on already, and stays as it is.
   */
  start(by: string, morning: string): Promise<boolean>;
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
  /** Where the worker reads the story's customer systems. */
  readonly crmFolder: string;
  /** The sample day's space in this process once it is open. */
  readonly opened: () => Pick<Space, 'store' | 'runs'> | null;
  readonly look: () => void;
  /** Story seconds per real second at the start; a test's may be faster than any pace. */
  readonly scale?: number;
}

export function sampleDayControl(options: SampleDayControlOptions): SampleDayControl {
  const { store, address, connection, crmFolder, opened, look, scale = SCALE_OF.normal } = options;

  /** Whether a worker that lives carries its cases. */
  async function isCarried(space: Store): Promise<boolean> {
    const [day, silent] = await Promise.all([store.sampleDay.read(), silentWorkers(space)]);
    return (day?.workers ?? []).some((worker) => !silent.has(worker));
  }

  return {
    read: () => store.sampleDay.read(),
    async start(by, morning) {
      const clock = { real: Date.now(), story: readMorning(morning).instant, scale };
      // Before any worker looks for them, and never again while the day is on: the story changes them.
      const prepare = (): Promise<void> => putCrmsInPlace(crmFolder);
      const isStarted = await store.sampleDay.start({ clock, morning, startedBy: by }, prepare);
      look();
      await until(() => Promise.resolve(opened() !== null), LETTING_GO_MS);
      return isStarted;
    },
    async setPace(pace) {
      const where = { sampleDay: store.sampleDay, space: opened, seen: look };
      for (let isSet = false; !isSet;) {
        const day = await store.sampleDay.read();
        if (day === null) return;
        const clock = atSpeed(day.clock, Date.now(), SCALE_OF[pace]);
        isSet = await changeClock(day.clock, { clock }, where);
      }
    },
    async setAnswersItself(answersItself) {
      const day = await store.sampleDay.read();
      if (day === null || (day.answersItselfSince !== null) === answersItself) return;
      const since = answersItself ? Math.round(storyAt(day.clock, Date.now())) : null;
      await store.sampleDay.change({ answersItselfSince: since });
      look();
    },
    async remove() {
      if ((await store.sampleDay.change({ isEnding: true })) === null) return;
      look();
      const left = await openStoreOf(address, null);
      await until(async () => opened() === null && !(await isCarried(left)), LETTING_GO_MS);
      await forgetRuns(connection, address, await left.cases.goingOn());
      await left.dropDatabase();
      await left.close();
      await removeCrms(crmFolder);
      await store.sampleDay.forget();
    },
  };
}

async function until(holds: () => Promise<boolean>, forMs: number): Promise<void> {
  for (let waited = 0; waited < forMs && !(await holds()); waited += LOOK_MS)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}

import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { atSpeed, type StoryClock } from '../../definitions/model/story-clock.ts';
import { startRounds } from '../runs/rounds.ts';
import type { Space } from '../runs/space.ts';
import type { SampleDay } from '../store/sample-day.ts';
import type { Store } from '../store/store.ts';
import { changeClock } from './change-clock.ts';
import { readMorning } from './morning.ts';
import { SCALE_OF } from './pace.ts';
import { putBeginningInPlace, putCastInPlace } from './put-in-place.ts';
import { readStory } from './story.ts';
import { storyRound } from './telling/story-round.ts';
import { turnToTell } from './telling/turn-to-tell.ts';

/** The story being told in the sample day's space. */
export interface StoryTelling {
  stop(): Promise<void>;
}

export interface StoryTellingOptions {
  readonly space: Space;
  /** Of the installation itself. */
  readonly own: Pick<Store, 'sampleDay' | 'catalogue'>;
  /** The sample day as last read: its clock, and who answers. */
  readonly latest: () => SampleDay;
  readonly logger: Logger;
  /** Where the worker reads customer systems. */
  readonly crmFolder: string;
}

const ROUND_MS = 150;
/** While the clock stands still, or all that is left is to wait, there is little to look for. */
const QUIET_MS = 500;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Puts the story's people in place, and tells it from wherever it stands; told twice, nothing happens twice. Of several
 * processes one tells it. Once it is over its clock stands still, so that what is left to the visitor grows no later;
 * it goes on when the visitor does something that the story goes on with.
 */
export async function tellStory(options: StoryTellingOptions): Promise<StoryTelling> {
  const { space, own, latest, logger, crmFolder } = options;
  const story = readStory();
  const morning = readMorning(latest().morning);
  await putCastInPlace(space.store, story, morning);

  const turn = turnToTell(own.sampleDay, randomUUID());
  const told = storyRound({ story, morning, space, latest, crmFolder, logger });
  let isPrepared = false;
  /** Until this process has seen the clock it set, it does not know the story's time. */
  let clockSet: StoryClock | null = null;
  let wasOver = latest().isOver;

  /** False: the visitor changed the clock meanwhile; it is to be read again. */
  async function setClock(from: StoryClock, to: Parameters<typeof changeClock>[1]): Promise<boolean> {
    const isSet = await changeClock(from, to, { sampleDay: own.sampleDay, space: () => space });
    if (isSet) clockSet = to.clock;
    return isSet;
  }

  /** Its clock stands still; how fast it ran stands written, for whoever tells what comes after. */
  function rest(from: StoryClock): Promise<boolean> {
    const goesOn = from.scale > 0 ? { goesOnAtScale: from.scale } : {};
    return setClock(from, { clock: atSpeed(from, Date.now(), 0), isOver: true, ...goesOn });
  }

  function goOn(from: StoryClock): Promise<boolean> {
    const { goesOnAtScale } = latest();
    const scale = from.scale > 0 ? from.scale : (goesOnAtScale ?? SCALE_OF.normal);
    return setClock(from, { clock: atSpeed(from, Date.now(), scale), isOver: false });
  }

  const rounds = startRounds({
    name: 'telling the sample day',
    restMs: ROUND_MS,
    longestMs: LONGEST_PAUSE_MS,
    logger,
    async round() {
      const mine = await turn.take();
      if (mine === null) return QUIET_MS;
      const { clock } = latest();
      if (clockSet !== null && clock.real < clockSet.real) return ROUND_MS;
      if (mine.nobodySince !== null) {
        // The story stood still while nobody told it: a machine that slept, an Earshot that was stopped.
        const then = atSpeed(clock, Math.max(clock.real, mine.nobodySince), clock.scale);
        await setClock(clock, { clock: { ...then, real: Date.now() } });
        return ROUND_MS;
      }
      if (!isPrepared) await putBeginningInPlace(space.store, own.catalogue, story, morning);
      isPrepared = true;
      const how = await told.round();
      const isOver = how === 'over';
      if (isOver !== wasOver) {
        if (!(await (isOver ? rest(clock) : goOn(clock)))) return ROUND_MS;
      } else if (isOver !== latest().isOver) await own.sampleDay.change({ isOver });
      wasOver = isOver;
      return how === 'busy' && clock.scale > 0 ? ROUND_MS : QUIET_MS;
    },
  });
  return {
    async stop() {
      await rounds.stop();
      await told.settled();
      await turn.letGo();
    },
  };
}

import type { StoryClock } from '../../definitions/model/story-clock.ts';
import type { Space } from '../runs/space.ts';
import type { SampleDayStore } from '../store/sample-day.ts';

/** A case that starts just while the clock changes may still start by the old one; it is told a moment later. */
const TELL_AGAIN_MS = 1_500;
const AT_ONCE = 16;

/**
 * Lets the story go on by another clock, and tells every case that goes on. `seen` is called once it stands written.
 * False: somebody else changed the clock since it was read as `from`, and theirs stays.
 */
export async function changeClock(
  from: StoryClock,
  to: Parameters<SampleDayStore['setClock']>[1],
  where: {
    readonly sampleDay: SampleDayStore;
    readonly space: () => Pick<Space, 'store' | 'runs'> | null;
    readonly seen?: () => void;
  },
): Promise<boolean> {
  const { clock } = to;
  const { sampleDay, space, seen } = where;
  if (!(await sampleDay.setClock(from, to))) return false;
  seen?.();
  await tellAll();
  setTimeout(() => void tellAll().catch(() => undefined), TELL_AGAIN_MS).unref();
  return true;

  /** One that another change overtook is told the later clock by that one. */
  async function tellAll(): Promise<void> {
    const open = space();
    if (open === null) return;
    const waiting = [...(await open.store.cases.goingOn())];
    const now = await sampleDay.read();
    if (now?.clock.real !== clock.real) return;
    const tell = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
        await open.runs.followStory(next, clock);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, tell));
  }
}

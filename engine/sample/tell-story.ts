import type { Logger } from 'pino';
import { ensureFirstPerson } from '../local/first-people.ts';
import type { Space } from '../runs/space.ts';
import type { SampleDay } from '../store/sample-day.ts';

/** The story being told in the sample day's space. */
export interface StoryTelling {
  stop(): Promise<void>;
}

export interface StoryTellingOptions {
  readonly space: Space;
  /** The sample day as last read: its clock, and who answers. */
  readonly latest: () => SampleDay;
  readonly logger: Logger;
  /** Where the worker reads customer systems. */
  readonly crmFolder: string;
}

/** Puts the story's people in place, and tells it from wherever it stands; told twice, nothing happens twice. */
export async function tellStory({ space }: StoryTellingOptions): Promise<StoryTelling> {
  await ensureFirstPerson(space.store);
  return { stop: () => Promise.resolve() };
}

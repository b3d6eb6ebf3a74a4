import type { Connection } from '@temporalio/client';
import type { Express, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { followSampleDay } from '../runs/follow-sample-day.ts';
import { openSpace, type Space, type SpaceAddress } from '../runs/space.ts';
import { sampleDayControl, type SampleDayControl } from '../sample/control.ts';
import { tellStory } from '../sample/tell-story.ts';
import type { Store } from '../store/store.ts';
import { ApiProblem } from './api-problem.ts';

/** Within that time a page that was told that the day goes has heard it. */
const HEARD_MS = 1_000;

export interface SampleSpace {
  readonly control: SampleDayControl;
  /** Answers what lies under /sample: the sample day's own API and pages while one is on. */
  readonly handler: RequestHandler;
  stop(): Promise<void>;
}

export interface SampleSpaceOptions {
  /** Of the installation itself. */
  readonly store: Store;
  readonly address: SpaceAddress;
  readonly connection: Connection;
  /** Where the worker reads the story's customer systems. */
  readonly crmFolder: string;
  readonly logger: Logger;
  readonly appOf: (space: Space, control: SampleDayControl, closing: AbortSignal) => Express;
  readonly scale?: number;
  /** What goes on beside serving it, as it does for the installation's own cases. */
  readonly alongside?: (space: Space) => { stop(): Promise<void> };
}

/** Opens the sample day's space while one is on, tells its story there, and serves it. */
export function serveSampleDay(options: SampleSpaceOptions): SampleSpace {
  const { store, address, connection, logger, crmFolder, appOf, scale, alongside } = options;
  const following = followSampleDay({
    store,
    logger,
    async open(latest) {
      const space = await openSpace(address, logger, () => latest().clock);
      const story = await tellStory({ space, own: store, latest, logger, crmFolder });
      const closing = new AbortController();
      return {
        space,
        story,
        closing,
        beside: alongside?.(space) ?? null,
        app: appOf(space, control, closing.signal),
      };
    },
    // Pages are told first, and answered until they have heard it.
    async letGo({ story, closing, beside }) {
      closing.abort();
      await Promise.all([story.stop(), beside?.stop(), new Promise((heard) => setTimeout(heard, HEARD_MS))]);
    },
    close: ({ space }) => space.close(),
  });
  const control = sampleDayControl({
    store,
    address,
    connection,
    crmFolder,
    opened: () => following.opened()?.space ?? null,
    look: () => following.rounds.poke(),
    ...(scale !== undefined && { scale }),
  });
  return {
    control,
    handler(request, response, next) {
      const opened = following.opened();
      if (opened !== null) opened.app(request, response, next);
      else if (request.path.startsWith('/api/'))
        throw new ApiProblem('not found', 'No sample day is on.', 'Start one on the first page.');
      else next();
    },
    stop: () => following.stop(),
  };
}

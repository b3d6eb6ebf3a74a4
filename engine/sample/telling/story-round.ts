import type { Logger } from 'pino';
import type { Space } from '../../runs/space.ts';
import { RunsProblem } from '../../runs/runs.ts';
import type { SampleDay } from '../../store/sample-day.ts';
import type { Morning } from '../morning.ts';
import type { Story } from '../story.ts';
import { answeringTasks } from './answer-tasks.ts';
import { customersSpeak } from './customers-speak.ts';
import { errands } from './errands.ts';
import { hearMentions } from './hear-mentions.ts';
import { joinCases } from './join-cases.ts';
import { repliesSent } from './replies-sent.ts';
import { leadStuckRunsOn } from './stuck-runs.ts';
import type { Told } from './told.ts';

/** Whether the day is over is asked for so often, in real time. */
const LOOK_WHETHER_OVER_MS = 1_000;

/** One look at where the story stands, and what is due by then. */
export interface StoryRound {
  /**
   * Over: all is said, and no case is open but those that wait for the visitor. Quiet: nobody else is asked anything,
   * and no new mention will come.
   */
  round(): Promise<'busy' | 'quiet' | 'over'>;
  /** Resolves once nothing that was begun is under way. */
  settled(): Promise<void>;
}

export function storyRound(options: {
  readonly story: Story;
  readonly morning: Morning;
  readonly space: Space;
  readonly latest: () => SampleDay;
  readonly crmFolder: string;
  readonly logger: Logger;
}): StoryRound {
  const { story, morning, space, latest, crmFolder, logger } = options;
  const { store, runs } = space;
  let now = 0;
  const told: Told = {
    story,
    morning,
    store,
    runs,
    crmFolder,
    heard: new Map(),
    now: () => now,
    visitorAnswersSince: () => latest().answersItselfSince,
    errands: errands((errand, error) => logger.debug({ errand, what: reasonOf(error) }, 'tried again later')),
  };
  const heardAgain = new Set<string>();
  const said = new Set<string>();
  const joined = new Set<string>();
  const sent = repliesSent(store);
  const tasks = answeringTasks(told);
  let lookedAt = 0;
  let isOver = false;

  return {
    async round() {
      now = space.now();
      await hearMentions(told, heardAgain);
      await sent.look();
      const isMoreSaid = await customersSpeak(told, sent, said);
      await joinCases(told, joined);
      const stuck = await leadStuckRunsOn(told);
      const { toAnswer, withVisitor } = await tasks.round();
      if (toAnswer > 0 || told.heard.size < story.mentions.length) {
        isOver = false;
        return 'busy';
      }
      if (!isMoreSaid && Date.now() - lookedAt >= LOOK_WHETHER_OVER_MS) {
        lookedAt = Date.now();
        const goingOn = await store.cases.goingOn();
        isOver = goingOn.every((caseId) => withVisitor.has(caseId) || stuck.has(caseId));
      }
      return isOver && !isMoreSaid ? 'over' : 'quiet';
    },
    settled: () => told.errands.settled(),
  };
}

/** Its kind alone: a message may hold what somebody wrote. */
function reasonOf(error: unknown): string {
  if (error instanceof RunsProblem) return `${error.code} ${error.reason}`;
  return error instanceof Error ? error.name : typeof error;
}

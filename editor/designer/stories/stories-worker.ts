import { inTurns, type Turns } from '../../../engine/simulate/in-turns.ts';
import { exampleAt } from './example-at.ts';
import { findingStart } from './find-start.ts';
import { StoryRound } from './run-stories.ts';
import type { Drafted, StoriesAnswer, StoriesQuestion } from './running.ts';
import type { StoryRun } from './story-run.ts';

/** All stories of a draft have so long together, as where it is published. */
const ROUND_MS = 10_000;
/** So long a story is looked for that leads somewhere. */
const SEARCH_MS = 4_000;
const TURN_MS = 20;
/** News are told so often, and not of each story by itself. */
const NEWS_MS = 120;

let asked: { readonly turn: number; readonly drafted: Drafted } | null = null;
let round: Promise<StoryRound | null> = Promise.resolve(null);

const answer = (said: StoriesAnswer): void => self.postMessage(said);

/** Runs stories beside the page, so that drawing never waits for them; a newer draft ends what is under way. */
self.onmessage = ({ data }: MessageEvent<StoriesQuestion>) => {
  if (data.ask === 'run') {
    asked = { turn: data.turn, drafted: data };
    round = run(data.turn, data);
  } else if (data.ask === 'example')
    void round.then((ran) => {
      const example = ran === null ? null : exampleAt(ran.program, ran.results, data.at);
      const story = example === null ? '' : (asked?.drafted.content.scenarios[example.story]?.name ?? '');
      answer({ of: 'example', turn: data.turn, example: example && { ...example, story } });
    });
  else void start(data);
};

async function run(turn: number, { content, activities }: Drafted): Promise<StoryRound | null> {
  const turns = turnsFor(turn, ROUND_MS);
  // What came meanwhile is heard first: of many drafts that wait only the newest is looked at.
  if (!(await turns.pause())) return null;
  const ran = new StoryRound(content, activities);
  let runs: (readonly [string, StoryRun])[] = [];
  let told = performance.now();
  const untold = await ran.run(turns, (id, one) => {
    runs.push([id, one]);
    if (performance.now() - told < NEWS_MS) return;
    answer({ of: 'run', turn, runs, untold: null });
    runs = [];
    told = performance.now();
  });
  if (untold === null) return null;
  answer({ of: 'run', turn, runs, untold });
  return ran;
}

async function start({ turn, target }: Extract<StoriesQuestion, { readonly ask: 'start' }>): Promise<void> {
  const ran = await round;
  const of = asked;
  const found =
    ran === null || of === null
      ? null
      : await inTurns(
          findingStart({ ...of.drafted, program: ran.program, results: ran.results }, target),
          turnsFor(of.turn, SEARCH_MS),
        );
  answer({ of: 'start', turn, found });
}

/** Goes on as long as nobody asked about another draft. */
function turnsFor(turn: number, forMs: number): Turns {
  const now = (): number => performance.now();
  return {
    now,
    end: now() + forMs,
    turnMs: TURN_MS,
    pause: () =>
      new Promise((resolve) => {
        setTimeout(() => resolve(asked?.turn === turn), 0);
      }),
  };
}

/** `npm start`, once the packages are there: brings Earshot up, prints its address, and stops it in order on Ctrl-C. */
import { LocalProblem } from './local-problem.ts';
import { progressOn } from './progress.ts';
import { startEarshot } from './start-earshot.ts';
import type { RunningEarshot } from './start-earshot.ts';

/** npm hands a terminal's Ctrl-C on a second time: what comes so soon after the first is the same one. */
const SAME_KEYSTROKE_MS = 400;

const stopping = new AbortController();
let running: RunningEarshot | null = null;
let askedAt = 0;

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

async function stop(code: number): Promise<never> {
  stopping.abort();
  await running?.stop();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (askedAt === 0) {
      askedAt = Date.now();
      say('Stopping Earshot; its cases go on at the next start. (Ctrl-C again ends it at once.)');
      if (running) void stop(0);
      else stopping.abort();
    } else if (Date.now() - askedAt > SAME_KEYSTROKE_MS) {
      running?.kill();
      process.exit(130);
    }
  });
}

try {
  running = await startEarshot({
    env: process.env,
    progress: progressOn(process.stderr),
    notice: say,
    signal: stopping.signal,
  });
  if (stopping.signal.aborted) await stop(0);
  process.stdout.write(`\nEarshot is ready: ${running.link}\n\n`);
  say(
    'The link signs you in once, within ten minutes; `npm run -s earshot -- link` prints a fresh one. Ctrl-C stops Earshot.',
  );
  const why = await running.cannotGoOn;
  if (!stopping.signal.aborted) {
    say(why);
    await stop(1);
  }
} catch (problem) {
  if (stopping.signal.aborted) process.exit(0);
  if (!(problem instanceof LocalProblem)) throw problem;
  say(problem.message);
  process.exit(1);
}

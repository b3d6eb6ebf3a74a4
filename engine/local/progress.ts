import ora from 'ora';

/** Says what goes on while somebody waits. Several tasks may be under way at once. */
export interface Progress {
  task(name: string): ProgressTask;
}
export interface ProgressTask {
  say(detail: string): void;
  done(detail: string): void;
  failed(detail: string): void;
}

/** Longest silence while a task is under way. */
const HEARTBEAT_MS = 8_000;
const LOOK_MS = 1_000;
/** On a log rather than a terminal: shortest time between two lines of one task. */
const LINE_GAP_MS = 3_000;

/** Progress for a person: one moving line on a terminal, plain lines anywhere else. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  // A pseudo terminal that was given no width reports 0 columns; a moving line would never end clearing itself there.
  return stream.isTTY && stream.columns > 0
    ? movingLine(stream)
    : plainLines((line) => stream.write(`${line}\n`));
}

/** One spinner that names every task under way; a line stays for each that ended. */
function movingLine(stream: NodeJS.WriteStream): Progress {
  const underWay = new Map<string, string>();
  const spinner = ora({ stream, discardStdin: false });
  const show = (): void => {
    if (underWay.size === 0) spinner.stop();
    else spinner.start([...underWay].map(([name, detail]) => `${name}: ${detail}`).join('   '));
  };
  const end = (name: string, sign: (text: string) => void, detail: string): void => {
    underWay.delete(name);
    sign(`${name}: ${detail}`);
    show();
  };
  return {
    task(name) {
      return {
        say(detail) {
          underWay.set(name, detail);
          show();
        },
        done: (detail) => end(name, (text) => spinner.succeed(text), detail),
        failed: (detail) => end(name, (text) => spinner.fail(text), detail),
      };
    },
  };
}

/** A line for each change worth one, and one every few seconds while nothing changes. */
export function plainLines(write: (line: string) => void, now: () => number = Date.now): Progress {
  return {
    task(name) {
      const started = now();
      let latest = '';
      let printed = '';
      let printedAt = -Infinity;
      const print = (): void => {
        const seconds = Math.round((now() - started) / 1000);
        write(`${name}: ${latest}${latest === printed ? ` (${seconds} s)` : ''}`);
        printed = latest;
        printedAt = now();
      };
      let heartbeat: NodeJS.Timeout | undefined;
      const end = (sign: string, detail: string): void => {
        clearInterval(heartbeat);
        write(`${name}: ${sign}${detail}`);
      };
      return {
        say(detail) {
          latest = detail;
          heartbeat ??= setInterval(() => now() - printedAt >= HEARTBEAT_MS && print(), LOOK_MS).unref();
          if (now() - printedAt >= LINE_GAP_MS && latest !== printed) print();
        },
        done: (detail) => end('', detail),
        failed: (detail) => end('failed: ', detail),
      };
    },
  };
}

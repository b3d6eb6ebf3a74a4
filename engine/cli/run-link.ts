import { homeFolder } from '../local/folders.ts';
import { runningEarshot } from '../local/runtime-file.ts';
import { signInLink } from '../local/sign-in-link.ts';
import { CallerProblem } from './caller-problem.ts';

export interface LinkOptions {
  readonly person: string;
  readonly json?: true;
}

/** Prints a fresh sign-in link; throws a CallerProblem if no Earshot runs on this data folder. */
export function runLink({ person, json }: LinkOptions): void {
  const home = homeFolder(process.env);
  const runtime = runningEarshot(home);
  if (runtime === null)
    throw new CallerProblem('not running', `No Earshot runs on ${home.path}`, 'start it with `npm start`');
  const link = signInLink(home, runtime.url, person);
  process.stdout.write(`${json ? JSON.stringify({ link }) : link}\n`);
}

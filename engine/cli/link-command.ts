import { Command } from 'commander';
import { FIRST_PERSON } from '../local/first-people.ts';
import { homeFolder } from '../local/folders.ts';
import { runningEarshot } from '../local/runtime-file.ts';
import { signInLink } from '../local/sign-in-link.ts';
import { CallerProblem } from './caller-problem.ts';

/** `earshot link`: a fresh sign-in link of the Earshot that runs on this data folder. */
export function linkCommand(): Command {
  return new Command('link')
    .description('print a link that signs you in (once, within ten minutes)')
    .option('--person <id>', 'who shall be signed in', FIRST_PERSON.id)
    .option('--json', 'print JSON')
    .action(({ person, json }: { person: string; json?: true }) => {
      const home = homeFolder(process.env);
      const runtime = runningEarshot(home);
      if (runtime === null)
        throw new CallerProblem(
          'not running',
          `No Earshot runs on ${home.path}`,
          'start it with `npm start`',
        );
      const link = signInLink(home, runtime.url, person);
      process.stdout.write(`${json ? JSON.stringify({ link }) : link}\n`);
    });
}

import { Command } from 'commander';
import { FIRST_PERSON } from '../local/first-people.ts';
import type { LinkOptions } from './run-link.ts';

/** `earshot link`: a fresh sign-in link of the Earshot that runs on this data folder. */
export function linkCommand(): Command {
  return new Command('link')
    .description('print a link that signs you in (once, within ten minutes)')
    .option('--person <id>', 'who shall be signed in', FIRST_PERSON.id)
    .option('--json', 'print JSON')
    .action(async (options: LinkOptions) => {
      const { runLink } = await import('./run-link.ts');
      runLink(options);
    });
}

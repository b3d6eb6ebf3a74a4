import { Command } from 'commander';
import type { PersonOptions } from './run-person.ts';

/** `earshot person`: everything that is kept of one person: given out, or taken away. */
export function personCommand(): Command {
  const collect = (id: string, ids: readonly string[]): readonly string[] => [...ids, id];
  const common = (name: string, description: string): Command =>
    new Command(name)
      .description(description)
      .option('--profile <id>', 'a profile of theirs; give it once for each', collect, [])
      .option('--email <address>', 'who bears this e-mail address')
      .requiredOption(
        '--reference <text>',
        'what the request is known by: a number, a letter’s date; not a name',
      )
      .requiredOption('--why <text>', 'why, for the record; not a name')
      .option('--json', 'print JSON');
  return new Command('person')
    .description('give out or erase what is kept of one person')
    .addCommand(
      common('export', 'write everything that is kept of a person into a file')
        .option('--out <file>', 'where to; absent: to standard output')
        .action(async (options: PersonOptions & { out?: string }) => {
          const { runPersonExport } = await import('./run-person.ts');
          await runPersonExport(options);
        }),
    )
    .addCommand(
      common('erase', 'take away what a person said and is called, and print what proves it')
        .addHelpText(
          'after',
          '\nIt cannot be taken back. Again it changes nothing and prints the same proof; broken off, again finishes it.',
        )
        .action(async (options: PersonOptions) => {
          const { runPersonErase } = await import('./run-person.ts');
          await runPersonErase(options);
        }),
    );
}

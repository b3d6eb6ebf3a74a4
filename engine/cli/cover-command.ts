import { Command } from 'commander';
import type { CoverOptions } from './run-cover.ts';

/** `earshot cover`: what a list of inputs exercises of the tables of a file. Exit code 1 if a cell has an error. */
export function coverCommand(): Command {
  return new Command('cover')
    .description(
      'tell which rows and conditions of decision tables a list of inputs has tried, and which not',
    )
    .argument('<file>', 'a file of tables (.json, .csv, .xlsx, .dmn)')
    .requiredOption('--inputs <file>', 'a JSON list: of each input the values by their names')
    .option('--at <instant>', 'what now() is (ISO 8601); default: now')
    .option('--json', 'print JSON: of every row and condition how often it was asked, passed and failed')
    .action(async (file: string, options: CoverOptions) => {
      const { runCover } = await import('./run-cover.ts');
      await runCover(file, options);
    });
}

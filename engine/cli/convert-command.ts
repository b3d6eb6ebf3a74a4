import { Command } from 'commander';

/** `earshot convert`: a decision table from one kind of file into another. Exit code 1 if it could not be written. */
export function convertCommand(): Command {
  return new Command('convert')
    .description(
      'write a decision table into another kind of file: .json, .csv, .xlsx or .dmn, by their endings',
    )
    .argument('<from>', 'the file that holds the table')
    .argument(
      '<to>',
      'the file to write; a DMN file that holds the table already keeps all else that it says',
    )
    .option('--decision <name>', 'of a DMN file with several tables: the decision')
    .option('--force', 'write over a file that is there')
    .option('--json', 'print JSON')
    .action(async (from: string, to: string, options: { decision?: string; force?: true; json?: true }) => {
      const { runConversion } = await import('./run-conversion.ts');
      await runConversion(from, to, options);
    });
}

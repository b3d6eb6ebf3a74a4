import { Command } from 'commander';
import type { MatchCommandOptions } from './match/run-match.ts';

/** `earshot match`: which records of two files, or of one, are of the same person. */
export function matchCommand(): Command {
  return new Command('match')
    .description('find the records of one person in two CSV files, or in one (--dedupe)')
    .option('--left <file>', 'a CSV file; its first row names the columns')
    .option('--right <file>', 'another one')
    .option('--dedupe <file>', 'one CSV file that may have the same person several times')
    .option(
      '--fields <file>',
      'JSON: which column is the family name, the e-mail address, …; default: by their usual names',
    )
    .option('--out <file>', 'CSV of the pairs: left_id,right_id,probability,decision')
    .option('--link <chance>', 'link from this chance on (0–1)', '0.99')
    .option('--review <chance>', 'a person looks at pairs from this chance on (0–1)', '0.01')
    .option('--many', 'a record may be of the same person as several of the other file')
    .option(
      '--truth <file>',
      'CSV of the right pairs (two columns of ids), or of ids and persons: say how well it was found',
    )
    .option('--explain', 'say for each pair what speaks for and against it')
    .option('--encoding <name>', 'of all files; default: recognised')
    .option('--force', 'write over --out if it is there')
    .option('--json', 'print JSON')
    .action(async (options: MatchCommandOptions) => {
      const { runMatch } = await import('./match/run-match.ts');
      await runMatch(options);
    });
}

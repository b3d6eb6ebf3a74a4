import { Command } from 'commander';
import type { DecideOptions } from './run-decision.ts';

/** `earshot decide`: decides by a table, or takes a decision of a DMN file. Exit code 1 if an error bears on it. */
export function decideCommand(): Command {
  return new Command('decide')
    .description(
      'decide by a table, or take a decision of a DMN file; models that it imports are looked for beside it',
    )
    .argument('<file>', 'a file of a table (.json, .csv, .xlsx), or a DMN 1.2 to 1.5 file')
    .option('--decision <name>', 'of a DMN file: the decision, by its name')
    .requiredOption('--input <file>', 'the inputs by their names, as JSON')
    .option('--at <instant>', 'what now() is (ISO 8601); default: now')
    .option('--explain', 'say of every row why it hits or not, and what would have made it hit')
    .option('--json', 'print JSON')
    .action(async (file: string, options: DecideOptions) => {
      const { runDecision } = await import('./run-decision.ts');
      await runDecision(file, options);
    });
}

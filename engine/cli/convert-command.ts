import { Command } from 'commander';

/** `earshot convert`: a decision table or a flow from one kind of file into another. Exit code 1 if it could not be written. */
export function convertCommand(): Command {
  return new Command('convert')
    .description(
      'write a decision table into another kind of file: .json, .csv, .xlsx or .dmn, by their endings; or a flow into a BPMN file (.bpmn), and a BPMN file into one of a flow (.json)',
    )
    .argument(
      '<from>',
      'the file that holds the table or flow, or the name of a flow that ships (mention-care)',
    )
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

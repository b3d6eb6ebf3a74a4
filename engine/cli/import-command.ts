import { Command, Option } from 'commander';
import { FORMATS } from './import/format-names.ts';
import type { ImportOptions } from './run-import.ts';

/** `earshot import`: brings a file of mentions in, whole threads at a time. */
export function importCommand(): Command {
  return new Command('import')
    .description('bring mentions in from a file')
    .argument('<file>', 'the file to read')
    .addOption(
      new Option('--format <format>', 'how the file is written').choices(FORMATS).makeOptionMandatory(),
    )
    .requiredOption('--channel <name>', 'the channel its mentions came from')
    .option(
      '--map <file>',
      'JSON: which column (or path) holds which field; { "value": "…" } is the same for all rows',
    )
    .option('--brand <name>', 'the brand that all mentions are about, unless a row says another')
    .option('--own <address...>', "the company's own e-mail addresses: what they wrote is an answer", [])
    .option('--encoding <name>', 'how the texts of the file are encoded, if it is not recognised')
    .option('--report <file>', 'where to write the rows that did not go in (default: <file>.report.jsonl)')
    .option('--import-id <id>', 'go on with an interrupted import under its id')
    .option('--wait', 'wait until every case stands at a wait, a person or an end')
    .option('--json', 'print the outcome as JSON')
    .action(async (file: string, options: ImportOptions) => {
      const { runImport } = await import('./run-import.ts');
      await runImport(file, options);
    });
}

import { Command } from 'commander';

/** `earshot check`: what is wrong with flows, tables and DMN files. Exit code 1 if one could not be used. */
export function checkCommand(): Command {
  return new Command('check')
    .description('tell what is wrong with flows, with decision tables (.json, .csv, .xlsx) and DMN files')
    .argument(
      '<files...>',
      'flow files or folders, names of flows that ship (mention-care), files of tables (.json, .csv, .xlsx, .dmn)',
    )
    .option('--json', 'print JSON: an object for one file, a list for several')
    .action(async (names: string[], { json }: { json?: true }) => {
      // The compiler of expressions is loaded only when it is asked for: the other commands answer sooner.
      const { runCheck } = await import('./run-check.ts');
      await runCheck(names, json === true);
    });
}

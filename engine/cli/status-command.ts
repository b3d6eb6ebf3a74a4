import { Command } from 'commander';
import type { StatusOptions } from './run-status.ts';

/** `earshot status`: whether Earshot runs on this data folder, where, and whether its servers answer. */
export function statusCommand(): Command {
  return new Command('status')
    .description('tell what runs, and where')
    .option('--json', 'print JSON')
    .action(async (options: StatusOptions) => {
      const { runStatus } = await import('./run-status.ts');
      await runStatus(options);
    });
}

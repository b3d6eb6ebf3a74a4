import { Argument, Command } from 'commander';
import { RETENTION_KINDS, RETENTION_WORDS, type RetentionKind } from '../../definitions/model/retention.ts';

/** `earshot retention`: how long which data is kept, and taking away what is older. */
export function retentionCommand(): Command {
  const kinds = RETENTION_KINDS.map((kind) => `  ${kind.padEnd(18)}${RETENTION_WORDS[kind]}`).join('\n');
  const told = `\nKinds of data:\n${kinds}`;
  return new Command('retention')
    .description('say how long data is kept, and take away what is older')
    .addCommand(
      new Command('show')
        .description('how long which data is kept, who said so, and what was taken away lately')
        .option('--json', 'print JSON')
        .action(async (options: { json?: true }) => {
          const { showRetention } = await import('./run-retention.ts');
          await showRetention(options);
        }),
    )
    .addCommand(
      new Command('set')
        .description('say how long one kind of data is kept')
        .addArgument(new Argument('<kind>', 'what').choices(RETENTION_KINDS))
        .argument('<days>', 'days, or “forever”')
        .requiredOption('--why <text>', 'why, for the record')
        .option('--json', 'print JSON')
        .addHelpText('after', told)
        .action(async (kind: RetentionKind, days: string, options: { why: string; json?: true }) => {
          const { setRetention } = await import('./run-retention.ts');
          await setRetention(kind, days, options);
        }),
    )
    .addCommand(
      new Command('run')
        .description('take away now what is older than it is kept, and wait for it')
        .option('--json', 'print JSON')
        .action(async (options: { json?: true }) => {
          const { runRetention } = await import('./run-retention.ts');
          await runRetention(options);
        }),
    );
}

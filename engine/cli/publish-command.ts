import { Command } from 'commander';

/** `earshot publish`: a flow and all that belongs to it becomes a revision, and with --release the live one. */
export function publishCommand(): Command {
  return new Command('publish')
    .description('publish a flow to the Earshot that runs')
    .argument('<flow>', 'a flow file or folder, or the name of a flow that ships (mention-care)')
    .requiredOption('--why <text>', 'why, for the record')
    .option('--release', 'make it live for cases that start from now on')
    .option('--json', 'print JSON')
    .action(async (name: string, options: { why: string; release?: true; json?: true }) => {
      const { runPublish } = await import('./run-publish.ts');
      await runPublish(name, options);
    });
}

import { Command } from 'commander';

/** `earshot publish`: a flow and all that belongs to it becomes a revision, and with --release the live one. */
export function publishCommand(): Command {
  return new Command('publish')
    .description('publish a flow to the Earshot that runs')
    .argument('<flow>', 'a flow file or folder, or the name of a flow that ships (mention-care)')
    .requiredOption('--why <text>', 'why, for the record')
    .option('--release', 'make it live for cases that start from now on')
    .option('--anyway', 'also if a scenario does not come out as it should; the record says so')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExit code 0: it is published. 1: it is not, and why is said. 3: it is held until another person approves of\nit, where the installation asks for that (EARSHOT_APPROVAL=on).',
    )
    .action(async (name: string, options: { why: string; release?: true; anyway?: true; json?: true }) => {
      const { runPublish } = await import('./run-publish.ts');
      await runPublish(name, options);
    });
}

import { Command } from 'commander';

/** `earshot check`: what is wrong with a flow and all that belongs to it. Exit code 1 if it could not be published. */
export function checkCommand(): Command {
  return new Command('check')
    .description('tell what is wrong with a flow')
    .argument('<flow>', 'a flow file or folder, or the name of a flow that ships (mention-care)')
    .option('--json', 'print JSON')
    .action(async (name: string, { json }: { json?: true }) => {
      // The compiler of expressions is loaded only when it is asked for: the other commands answer sooner.
      const { runCheck } = await import('./run-check.ts');
      await runCheck(name, json === true);
    });
}

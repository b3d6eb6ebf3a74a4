import { Command } from 'commander';

/** `earshot simulate`: takes a flow through a story under a virtual clock. Exit code 1 if it came out otherwise than expected. */
export function simulateCommand(): Command {
  return new Command('simulate')
    .description('take a flow through a story under a virtual clock; the world is not touched')
    .argument('<flow>', 'a flow file or folder, or the name of a flow that ships (mention-care)')
    .requiredOption('--scenario <file>', 'the story, as JSON')
    .option('--json', 'print JSON')
    .action(async (name: string, { scenario, json }: { scenario: string; json?: true }) => {
      const { runSimulation } = await import('./run-simulation.ts');
      await runSimulation(name, scenario, json === true);
    });
}

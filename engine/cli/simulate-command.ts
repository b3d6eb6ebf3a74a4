import { Command } from 'commander';
import type { SimulateOptions } from './run-simulation.ts';

/** `earshot simulate`: takes a flow through stories under a virtual clock. Exit code 1 if one came out otherwise than expected. */
export function simulateCommand(): Command {
  return new Command('simulate')
    .description('take a flow through stories under a virtual clock; the world is not touched')
    .argument('<flow>', 'a flow file or folder, or the name of a flow that ships (mention-care)')
    .option('--scenario <file...>', 'stories, as JSON; default: the scenarios that stand with the flow')
    .option('--coverage', 'also tell which steps, arrows and rows of tables none of them passes')
    .option('--json', 'print JSON')
    .action(async (name: string, options: SimulateOptions) => {
      const { runSimulation } = await import('./run-simulation.ts');
      await runSimulation(name, options);
    });
}

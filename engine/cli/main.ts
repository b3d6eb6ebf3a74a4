/** The `earshot` command: one file per subcommand. Answers go to standard output, everything else to standard error. */
import { Command } from 'commander';
import { LocalProblem } from '../local/local-problem.ts';
import { CallerProblem } from './caller-problem.ts';
import { checkCommand } from './check-command.ts';
import { convertCommand } from './convert-command.ts';
import { coverCommand } from './cover-command.ts';
import { decideCommand } from './decide-command.ts';
import { importCommand } from './import-command.ts';
import { linkCommand } from './link-command.ts';
import { matchCommand } from './match-command.ts';
import { newCommand } from './new-command.ts';
import { publishCommand } from './publish-command.ts';
import { simulateCommand } from './simulate-command.ts';
import { statusCommand } from './status-command.ts';

const program = new Command('earshot')
  .description('Earshot from the command line')
  .addCommand(statusCommand())
  .addCommand(linkCommand())
  .addCommand(importCommand())
  .addCommand(checkCommand())
  .addCommand(convertCommand())
  .addCommand(decideCommand())
  .addCommand(coverCommand())
  .addCommand(matchCommand())
  .addCommand(simulateCommand())
  .addCommand(publishCommand())
  .addCommand(newCommand());

// Who reads only the beginning (`| head`) needs no more.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  await program.parseAsync();
} catch (problem) {
  if (!(problem instanceof CallerProblem || problem instanceof LocalProblem)) throw problem;
  process.stderr.write(`${problem.message}\n`);
  process.exitCode = 1;
}

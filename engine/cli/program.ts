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
import { personCommand } from './person-command.ts';
import { publishCommand } from './publish-command.ts';
import { retentionCommand } from './retention-command.ts';
import { simulateCommand } from './simulate-command.ts';
import { statusCommand } from './status-command.ts';

/** The command with all its subcommands. It has done nothing yet: see `runProgram`. */
export function earshotProgram(): Command {
  return new Command('earshot')
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
    .addCommand(personCommand())
    .addCommand(retentionCommand())
    .addCommand(newCommand());
}

/**
 * Does what the words after `earshot` ask for. What whoever asks can put right is said on standard error, with exit
 * code 1; anything else is thrown.
 */
export async function runProgram(program: Command, words: readonly string[]): Promise<void> {
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (problem) {
    if (!(problem instanceof CallerProblem || problem instanceof LocalProblem)) throw problem;
    process.stderr.write(`${problem.message}\n`);
    process.exitCode = 1;
  }
}

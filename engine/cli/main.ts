/** The `earshot` command as a process of its own. */
import { earshotProgram, runProgram } from './program.ts';

// Who reads only the beginning (`| head`) needs no more.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

await runProgram(earshotProgram(), process.argv.slice(2));

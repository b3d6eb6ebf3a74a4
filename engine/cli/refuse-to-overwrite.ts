import { existsSync } from 'node:fs';
import { CallerProblem } from './caller-problem.ts';

/** A file that is there is written over only by who says so. */
export function refuseToOverwrite(file: string, force: true | undefined): void {
  if (existsSync(file) && force !== true)
    throw new CallerProblem('file exists', `${file} is there already`, 'name another file, or add --force');
}

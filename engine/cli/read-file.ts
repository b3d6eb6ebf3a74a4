import { readFileSync } from 'node:fs';
import { CallerProblem } from './caller-problem.ts';

const LOOK = 'check its name and your rights to it';

/** The bytes of a file; refuses one that cannot be read. */
export function bytesOf(file: string): Buffer {
  return orRefused(file, LOOK, () => readFileSync(file));
}

/** The text of a file, read as UTF-8; refuses one that cannot be read, with what to do about it. */
export function textOf(file: string, whatToDo = LOOK): string {
  return orRefused(file, whatToDo, () => readFileSync(file, 'utf8'));
}

function orRefused<T>(file: string, whatToDo: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new CallerProblem(
      'no file',
      `${file} cannot be read (${error instanceof Error ? error.message : String(error)})`,
      whatToDo,
    );
  }
}

import { spawnSync } from 'node:child_process';
import { Console } from 'node:console';
import { join } from 'node:path';
import { CommanderError, type Command } from 'commander';
import { earshotProgram, runProgram } from '../../engine/cli/program.ts';
import { projectRoot } from '../../engine/local/project-root.ts';

/** What the `earshot` command printed, and its exit code. */
export interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** Variables of the environment; `undefined` takes one away. */
type Variables = { readonly [name: string]: string | undefined };

let lastAsked: Promise<unknown> = Promise.resolve();

/**
 * The `earshot` command, run in a folder within this process: a process of its own spends a second on loading. One
 * is answered after the other, for folder, environment and output belong to the process. What should not happen
 * (where the command would print a stack) is thrown.
 */
export function earshotIn(folder: string, variables: Variables = {}) {
  return (...words: readonly string[]): Promise<Answer> => {
    const answer = lastAsked.then(() => answered(folder, variables, words));
    lastAsked = answer.catch(() => undefined);
    return answer;
  };
}

/** The same as a process of its own: for what only that shows. */
export function earshotProcessIn(folder: string, variables: Variables = {}) {
  return (...words: readonly string[]): Answer => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [EARSHOT, ...words], {
      cwd: folder,
      env: { ...process.env, ...variables },
      encoding: 'utf8',
    });
    return { stdout, stderr, status };
  };
}

/** What runs in a process of its own. */
export const EARSHOT = join(projectRoot, 'engine/cli/earshot.mjs');

async function answered(folder: string, variables: Variables, words: readonly string[]): Promise<Answer> {
  const undo = [inFolder(folder), withVariables(variables), withoutExitCode()];
  const out = collected(process.stdout);
  const err = collected(process.stderr);
  const itsConsole = globalThis.console;
  globalThis.console = new Console(process.stdout, process.stderr);
  try {
    const status = await exitCodeOf(words);
    return { stdout: out.text(), stderr: err.text(), status };
  } finally {
    globalThis.console = itsConsole;
    for (const stream of [out, err]) stream.letGo();
    for (const back of undo) back();
  }
}

async function exitCodeOf(words: readonly string[]): Promise<number> {
  const program = earshotProgram();
  throwsWhereItWouldExit(program);
  try {
    await runProgram(program, words);
    return Number(process.exitCode ?? 0);
  } catch (problem) {
    if (problem instanceof CommanderError) return problem.exitCode;
    throw problem;
  }
}

function throwsWhereItWouldExit(command: Command): void {
  command.exitOverride().configureOutput({ getOutHelpWidth: () => 80, getErrHelpWidth: () => 80 });
  for (const one of command.commands) throwsWhereItWouldExit(one);
}

function inFolder(folder: string): () => void {
  const before = process.cwd();
  process.chdir(folder);
  return () => process.chdir(before);
}

function withVariables(variables: Variables): () => void {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  const set = (name: string, value: string | undefined): void => {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  };
  for (const [name, value] of Object.entries(variables)) set(name, value);
  return () => {
    for (const [name, value] of before) set(name, value);
  };
}

function withoutExitCode(): () => void {
  const before = process.exitCode;
  process.exitCode = undefined;
  return () => {
    process.exitCode = before;
  };
}

/** Keeps what is written to a stream, until it is let go. */
function collected(stream: NodeJS.WriteStream) {
  const written: string[] = [];
  const write = stream.write;
  stream.write = (chunk: string | Uint8Array, ...more: readonly unknown[]): boolean => {
    written.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    const isWritten = more.at(-1);
    if (typeof isWritten === 'function') isWritten();
    return true;
  };
  return {
    text: () => written.join(''),
    letGo: () => {
      stream.write = write;
    },
  };
}

import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export const KINDS = ['interpreted', 'handWritten'] as const;
export type Kind = (typeof KINDS)[number];

/** Workflow type and queue of each kind; the rest is the same. */
export const RUNS: { readonly [kind in Kind]: { readonly workflow: string; readonly taskQueue: string } } = {
  interpreted: { workflow: 'caseWorkflow', taskQueue: 'bench-interpreted' },
  handWritten: { workflow: 'handWrittenCase', taskQueue: 'bench-hand-written' },
};

export interface WorkerSetting {
  readonly kind: Kind;
  readonly mongodbUri: string;
  readonly database: string;
  readonly temporalAddress: string;
  readonly namespace: string;
}

export interface CaseProcess {
  /** Resident memory after a collection, in bytes. */
  memory(): Promise<number>;
  /** Processor time used so far, of all threads, in milliseconds. */
  processorMs(): Promise<number>;
  stop(): Promise<void>;
}

/** A worker of one kind as a process of its own, so that each is measured alone. */
export async function startCaseProcess(setting: WorkerSetting): Promise<CaseProcess> {
  const child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), [JSON.stringify(setting)], {
    execArgv: ['--import', 'tsx', '--expose-gc'],
    // What Temporal's core says there would stand among the bench's own answer.
    stdio: ['ignore', 2, 'inherit', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await said(child);
  const asked = async (what: 'memory' | 'processor'): Promise<number> => {
    child.send(what);
    return z.number().parse(await said(child));
  };
  return {
    memory: () => asked('memory'),
    processorMs: () => asked('processor'),
    async stop() {
      child.send('stop');
      await gone;
    },
  };
}

function said(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('the worker ended')));
  });
}

import { useCallback, useEffect, useRef, useState } from 'react';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../definitions/feel/compiler.ts';
import type { Requirable } from './asked-table.ts';
import type { Analysed, Checked } from './examine.ts';
import type { TableAnswer, TableAsk } from './table-messages.ts';
import type { Trial, TriedWith } from './trial.ts';

/** What is known of a table, with the table that it is known of: the one that is shown may be newer. */
export interface Known<T> {
  readonly table: DecisionTable;
  readonly found: T;
}

interface Work {
  readonly checked: Known<Checked> | null;
  readonly analysed: Known<Analysed> | null;
  readonly tried: Known<Trial> | null;
}

export interface TableWork extends Work {
  /** The worker broke: nothing more is found until the page is loaded again. */
  readonly isBroken: boolean;
  /** Tries the table as it was last read with other values; null: with none. */
  readonly tryWith: (given: TriedWith | null) => void;
}

const NOTHING: Work = { checked: null, analysed: null, tried: null };
/** Who types on is left alone; the first look at a table waits only until the table is shown. */
const PAUSE_MS = 300;
const FIRST_MS = 50;

/**
 * What a worker of its own finds in a table: what is wrong with its cells, what is wrong with its rows together, and
 * what it comes to for the values that are tried. Answers to older questions are dropped.
 */
export function useTableWork(
  table: DecisionTable,
  types: TypeEnvironment | undefined,
  others: Requirable,
): TableWork {
  const [work, setWork] = useState(NOTHING);
  const [worker, setWorker] = useState<Worker | null>(null);
  const [isBroken, setBroken] = useState(false);
  const sent = useRef<{ version: number; table: DecisionTable } | null>(null);
  const turn = useRef(0);

  useEffect(() => {
    const one = new Worker(new URL('./table-worker.ts', import.meta.url), { type: 'module' });
    one.addEventListener('message', ({ data }: MessageEvent<TableAnswer>) => {
      const of = sent.current;
      if (of === null || data.version !== of.version) return;
      if (data.answer === 'tried' && data.turn !== turn.current) return;
      setWork((before) => withAnswer(before, data, of.table));
    });
    one.addEventListener('error', () => setBroken(true));
    setWorker(one);
    return () => {
      sent.current = null;
      one.terminate();
    };
  }, []);

  useEffect(() => {
    if (worker === null) return;
    const send = (): void => {
      const version = (sent.current?.version ?? 0) + 1;
      sent.current = { version, table };
      post(worker, { ask: 'examine', version, table, types, others });
    };
    const timer = setTimeout(send, sent.current === null ? FIRST_MS : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [worker, table, types, others]);

  const tryWith = useCallback(
    (given: TriedWith | null) => {
      turn.current += 1;
      if (given === null) setWork((before) => (before.tried === null ? before : { ...before, tried: null }));
      else if (worker !== null) post(worker, { ask: 'try', turn: turn.current, given, now: Date.now() });
    },
    [worker],
  );

  return { ...work, isBroken, tryWith };
}

function withAnswer(before: Work, answer: TableAnswer, table: DecisionTable): Work {
  switch (answer.answer) {
    case 'checked':
      return { ...before, checked: { table, found: answer.checked } };
    case 'analysed':
      return { ...before, analysed: { table, found: answer.analysed } };
    case 'tried':
      return { ...before, tried: { table, found: answer.trial } };
  }
}

function post(worker: Worker, ask: TableAsk): void {
  worker.postMessage(ask);
}

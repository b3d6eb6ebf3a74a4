import { useEffect, useMemo, useRef, useState } from 'react';
import type { TableFinding as CellFinding } from '../../definitions/decision/check-table.ts';
import type { TableRow } from '../../definitions/decision/table.ts';
import type { WordFinding } from '../../definitions/reading/check-words.ts';
import type { WordRow } from '../../definitions/reading/word-row.ts';
import type { RowNotes } from '../decisions/row-notes.ts';
import { writtenIn } from './words-as-rows.ts';

export interface WordsQuestion {
  readonly version: number;
  /** Of the list. */
  readonly id: string;
  readonly rows: readonly WordRow[];
}
export interface WordsAnswer {
  readonly version: number;
  /** What was found of each line. */
  readonly found: readonly (readonly WordFinding[])[];
}

export interface WordChecks {
  /** What is wrong with each row; of one that was changed since, nothing is known. */
  readonly notes: RowNotes<readonly CellFinding[]>;
  /** Lines with something to weigh, and those that are not kept; null: not known yet. */
  readonly counts: { readonly wrong: number; readonly toWeigh: number } | null;
  readonly isBroken: boolean;
}

const NONE: RowNotes<readonly CellFinding[]> = new Map();
/** Who types on is left alone. */
const PAUSE_MS = 150;

/** What a worker of its own finds in a word list. */
export function useWordChecks(id: string, rows: readonly TableRow[]): WordChecks {
  const [found, setFound] = useState<{
    readonly rows: readonly TableRow[];
    readonly found: WordsAnswer['found'];
  } | null>(null);
  const [worker, setWorker] = useState<Worker | null>(null);
  const [isBroken, setBroken] = useState(false);
  const sent = useRef<{ version: number; rows: readonly TableRow[] }>({ version: 0, rows: [] });
  useEffect(() => {
    const one = new Worker(new URL('./words-worker.ts', import.meta.url), { type: 'module' });
    one.addEventListener('message', ({ data }: MessageEvent<WordsAnswer>) => {
      if (data.version === sent.current.version) setFound({ rows: sent.current.rows, found: data.found });
    });
    one.addEventListener('error', () => setBroken(true));
    setWorker(one);
    return () => one.terminate();
  }, []);
  useEffect(() => {
    if (worker === null) return;
    const send = (): void => {
      sent.current = { version: sent.current.version + 1, rows };
      const question: WordsQuestion = { version: sent.current.version, id, rows: rows.map(writtenIn) };
      worker.postMessage(question);
    };
    const timer = setTimeout(send, sent.current.version === 0 ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [worker, id, rows]);
  return useMemo(() => {
    if (found === null) return { notes: NONE, counts: null, isBroken };
    const notes = new Map<TableRow, readonly CellFinding[]>();
    let [wrong, toWeigh] = [0, 0];
    for (const [at, row] of found.rows.entries()) {
      const all = found.found[at] ?? [];
      if (all.length === 0) continue;
      notes.set(
        row,
        all.map((finding) => asCellFinding(finding, row.id)),
      );
      if (all.some(({ severity }) => severity === 'error')) wrong += 1;
      else toWeigh += 1;
    }
    return { notes, counts: { wrong, toWeigh }, isBroken };
  }, [found, isBroken]);
}

/** The same where the grid looks for it. */
export function asCellFinding({ severity, part, message, fix }: WordFinding, row: string): CellFinding {
  return {
    code: 'bad cell',
    severity,
    place: { part: 'then', row, column: part },
    message,
    ...(fix === undefined ? {} : { fix: { title: fix, write: fix } }),
  };
}

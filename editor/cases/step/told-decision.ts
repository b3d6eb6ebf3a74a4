import { useQuery } from '@tanstack/react-query';
import type { ToldRow } from '../../../definitions/decision/explain-inputs.ts';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import type { JsonObject } from '../../../definitions/flow/json.ts';
import type { Decision } from '../decision.ts';

/** Loads what explains decisions: FEEL is a chunk of its own. */
export const loadExplaining = (): Promise<typeof import('../../../definitions/decision/explain-inputs.ts')> =>
  import('../../../definitions/decision/explain-inputs.ts');

export interface ExplainAsk {
  readonly table: DecisionTable;
  readonly inputs: JsonObject;
  /** When it was decided, in milliseconds since the epoch. */
  readonly now: number;
}

/** Tables with more rows are told beside the page. */
const MOST_AT_ONCE = 200;

async function explained(ask: ExplainAsk, signal: AbortSignal): Promise<readonly ToldRow[]> {
  if (ask.table.rows.length > MOST_AT_ONCE) return explainedBeside(ask, signal);
  const { explainInputs } = await loadExplaining();
  return explainInputs(ask.table, ask.inputs, ask.now);
}

function explainedBeside(ask: ExplainAsk, signal: AbortSignal): Promise<readonly ToldRow[]> {
  const worker = new Worker(new URL('./explain-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<readonly ToldRow[]>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<readonly ToldRow[]>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.postMessage(ask);
  }).finally(() => worker.terminate());
}

/** What tells tables apart without going through all their rows. */
const keys = new WeakMap<DecisionTable, number>();
let lastKey = 0;

function keyOf(table: DecisionTable): number {
  const key = keys.get(table) ?? ++lastKey;
  keys.set(table, key);
  return key;
}

export type ToldRows = ReadonlyMap<string, ToldRow>;

/**
 * A decision of a case told again, clause by clause, by row id; null while that is worked out, and where the case does
 * not keep what it takes. `at` is when it was made, ISO 8601.
 */
export function useToldRows(table: DecisionTable, decision: Decision | null, at: string): ToldRows | null {
  const inputs = decision?.inputs ?? null;
  const told = useQuery({
    queryKey: ['told', keyOf(table), inputs, decision?.rows, at],
    enabled: inputs !== null,
    staleTime: Infinity,
    // What it comes to is looked at and not compared: sharing parts of thousands of rows would take its time.
    structuralSharing: false,
    queryFn: async ({ signal }) => {
      const told = await explained({ table, inputs: inputs ?? {}, now: Date.parse(at) }, signal);
      return agreed(told, decision?.rows ?? [], table);
    },
  });
  return told.data ?? null;
}

/** The rows as told, by id, if they agree with those that matched in the case; else null: the case is right. */
export function agreed(
  rows: readonly ToldRow[],
  matched: readonly string[],
  { hitPolicy }: Pick<DecisionTable, 'hitPolicy'>,
): ToldRows | null {
  const [first] = matched;
  const until = hitPolicy === 'first' ? rows.findIndex(({ row }) => row === first) : -1;
  const asked = until === -1 ? rows : rows.slice(0, until + 1);
  const counted = new Set(matched);
  const contradicts = ({ row, hit }: ToldRow): boolean => hit !== null && hit !== counted.has(row);
  return rows.length === 0 || asked.some(contradicts) ? null : new Map(rows.map((row) => [row.row, row]));
}

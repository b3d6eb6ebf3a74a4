import { useQuery } from '@tanstack/react-query';
import type { ToldRow } from '../../../definitions/decision/explain-inputs.ts';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import type { Decision } from '../decision.ts';

/** Loads what explains decisions: FEEL is a chunk of its own. */
export const loadExplaining = (): Promise<typeof import('../../../definitions/decision/explain-inputs.ts')> =>
  import('../../../definitions/decision/explain-inputs.ts');

export type ToldRows = ReadonlyMap<string, ToldRow>;

/**
 * A decision of a case told again, clause by clause, by row id; null while that is worked out, and where the case does
 * not keep what it takes. `at` is when it was made, ISO 8601.
 */
export function useToldRows(table: DecisionTable, decision: Decision | null, at: string): ToldRows | null {
  const inputs = decision?.inputs ?? null;
  const told = useQuery({
    queryKey: ['told', table, inputs, decision?.rows, at],
    enabled: inputs !== null,
    staleTime: Infinity,
    queryFn: async () => {
      const { explainInputs } = await loadExplaining();
      return agreed(explainInputs(table, inputs ?? {}, Date.parse(at)), decision?.rows ?? [], table);
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
  const contradicts = ({ row, hit }: ToldRow): boolean => hit !== null && hit !== matched.includes(row);
  return rows.length === 0 || asked.some(contradicts) ? null : new Map(rows.map((row) => [row.row, row]));
}

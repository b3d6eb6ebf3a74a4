import type { Candidates } from './candidates.ts';
import type { Column } from './column.ts';
import { SAME } from './field-kind.ts';
import { bitTables, priorBits, type MatchModel } from './model.ts';

/** What speaks for each pair, in bits, all fields and the prior together. */
export function scoresOf(
  columns: readonly Column[],
  candidates: Candidates,
  model: MatchModel,
): Float64Array {
  const { size, left, levels, fields } = candidates;
  const prior = priorBits(model);
  const scores = new Float64Array(size).fill(prior);
  bitTables(model, columns).forEach(({ levels: ofLevel, same }, field) => {
    const values = columns[field]?.left;
    for (let pair = 0; pair < size; pair += 1) {
      const level = levels[pair * fields + field] ?? -1;
      if (level < 0) continue;
      const bits = level === SAME ? same[values?.[left[pair] ?? 0] ?? 0] : ofLevel[level];
      scores[pair] = (scores[pair] ?? 0) + (bits ?? 0);
    }
  });
  return scores;
}

import type { Candidates } from './candidates.ts';
import type { Column } from './column.ts';
import { DIFFERENT, MISSING, PERSONAL, SAME } from './field-kind.ts';
import { bitTables, priorBits, type MatchModel } from './model.ts';

/** What speaks for each pair, in bits, all fields and the prior together. */
export function scoresOf(
  columns: readonly Column[],
  candidates: Candidates,
  model: MatchModel,
): Float64Array {
  const { size, left, levels, fields } = candidates;
  const scores = new Float64Array(size).fill(priorBits(model));
  bitTables(model, columns).forEach(({ levels: ofLevel, same }, field) => {
    const values = columns[field]?.left;
    for (let pair = 0; pair < size; pair += 1) {
      const level = levels[pair * fields + field] ?? MISSING;
      if (level < 0) continue;
      const bits = level === SAME ? same[values?.[left[pair] ?? 0] ?? 0] : ofLevel[level];
      scores[pair] = (scores[pair] ?? 0) + (bits ?? 0);
    }
  });
  return scores;
}

/** Places of the fields that tell one member of a household from another. */
export function personalFields(columns: readonly Column[]): readonly number[] {
  return columns.flatMap(({ kind }, at) => (PERSONAL.has(kind) ? [at] : []));
}

/**
 * Whether two records may as well be of two people who live together: whatever they share, nothing that is a person's own
 * agrees, though there are fields for it. `from`: where the levels of the pair begin.
 */
export function isHousehold(personal: readonly number[], levels: ArrayLike<number>, from: number): boolean {
  if (personal.length === 0) return false;
  for (const at of personal) {
    const level = levels[from + at] ?? MISSING;
    if (level !== DIFFERENT && level !== MISSING) return false;
  }
  return true;
}

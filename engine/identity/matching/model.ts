import { shareOf, type Column } from './column.ts';
import { CROSSED, LEVELS, SAME, type FieldKind } from './field-kind.ts';

/** The way in which weights are worked out; another number where the same data would give other weights. */
export const MODEL_VERSION = 1;

/** What is known of one field: how often each level is found in records of one person, and of two (both by `LEVELS`). */
export interface FieldModel {
  readonly name: string;
  readonly kind: FieldKind;
  readonly m: readonly number[];
  readonly u: readonly number[];
}

/** What Fellegi and Sunter's rule is applied with: plain data, kept with every link that was made by it. */
export interface MatchModel {
  readonly version: number;
  readonly fields: readonly FieldModel[];
  /** The chance that two records at random are of one person. */
  readonly prior: number;
}

/** What it says for one person, in bits, before any field is looked at: a negative number. */
export function priorBits({ prior }: MatchModel): number {
  return Math.log2(prior / (1 - prior));
}

/** The chance that so many bits stand for. */
export function probabilityOf(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}

/**
 * What a level of a field says for (above 0) or against one person, in bits: log2 of how much likelier it is among
 * records of one person. The same value says more the rarer it is (`share`: of those that say anything, so many have it).
 */
export function levelBits({ m, u }: FieldModel, level: number, share: number | null): number {
  const expected = level === SAME && share !== null && share > 0 ? share : (u[level] ?? 0);
  const bits = Math.log2((m[level] ?? 0) / expected);
  // However common it is, what agrees says nothing against.
  return level === SAME || level === CROSSED ? Math.max(0, bits) : bits;
}

/** Of every field the bits of each level, and of the same value for each value. */
export function bitTables(model: MatchModel, columns: readonly Column[]): readonly BitTable[] {
  return columns.map((column, at) => {
    const field = model.fields[at];
    if (field === undefined) throw new Error(`The model knows nothing of “${column.name}”.`);
    const levels = Float64Array.from(LEVELS, (_, level) => levelBits(field, level, null));
    const same = Float64Array.from(column.texts, (_, value) =>
      levelBits(field, SAME, shareOf(column, value)),
    );
    return { levels, same };
  });
}

export interface BitTable {
  readonly levels: Float64Array;
  readonly same: Float64Array;
}

import type { Column } from './column.ts';
import { shareOf } from './column.ts';
import { LEVELS, MISSING, SAME, type Level } from './field-kind.ts';
import { levelBits, priorBits, probabilityOf, type MatchModel } from './model.ts';

/** What one field says for or against two records being of one person. */
export interface WaterfallStep {
  readonly field: string;
  readonly left: string | null;
  readonly right: string | null;
  /** `missing`: one of both says nothing. */
  readonly level: Level | 'missing';
  /** In bits: each doubles, or below 0 halves, the odds. */
  readonly bits: number;
  /** In a sentence. */
  readonly words: string;
}

/** How a pair's score comes about, field by field. `bits` is all of it together. */
export interface Waterfall {
  readonly prior: number;
  readonly steps: readonly WaterfallStep[];
  readonly bits: number;
  readonly probability: number;
}

/** Says field by field what makes two records one person's, or not. `levels`: of each field, as they were compared. */
export function waterfallOf(
  model: MatchModel,
  columns: readonly Column[],
  levels: ArrayLike<number>,
  records: { readonly left: number; readonly right: number },
): Waterfall {
  const prior = priorBits(model);
  const steps = columns.map((column, at): WaterfallStep => {
    const level = levels[at] ?? MISSING;
    const value = column.left[records.left] ?? -1;
    const [left, right] = [
      column.texts[value] ?? null,
      column.texts[column.right[records.right] ?? -1] ?? null,
    ];
    const field = model.fields[at];
    const share = level === SAME ? shareOf(column, value) : null;
    const bits = field === undefined || level === MISSING ? 0 : levelBits(field, level, share);
    const name = LEVELS[level] ?? 'missing';
    return {
      field: column.name,
      left,
      right,
      level: name,
      bits,
      words: sentence(column.name, name, left, right, share),
    };
  });
  const bits = steps.reduce((sum, step) => sum + step.bits, prior);
  return { prior, steps, bits, probability: probabilityOf(bits) };
}

function sentence(
  field: string,
  level: Level | 'missing',
  left: string | null,
  right: string | null,
  share: number | null,
): string {
  const begin = `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  if (level === 'missing') return `${begin}: one of both says nothing, which is no evidence.`;
  if (level === 'same') {
    const rarity = share === null ? '' : `, which ${rare(share)} have`;
    return `${begin}: both say “${left}”${rarity}.`;
  }
  const both = `“${left}” and “${right}”`;
  const said: { readonly [level in Exclude<Level, 'same'>]: string } = {
    'nearly the same': `${both} are nearly the same`,
    alike: `${both} are alike`,
    'sounds the same': `${both} sound the same`,
    'in the other field': `${both} stand in each other’s field`,
    different: `${both} are different`,
  };
  return `${begin}: ${said[level]}.`;
}

function rare(share: number): string {
  return share >= 0.01 ? `${Math.round(share * 100)} of 100` : `1 of ${Math.round(1 / share)}`;
}

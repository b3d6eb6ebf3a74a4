import { countOf, shareOf, type Column } from './column.ts';
import { COUNTED, CROSSABLE, CROSSED, LEVELS, MISSING, SAME, type Level } from './field-kind.ts';
import { levelBits, priorBits, probabilityOf, type MatchModel } from './model.ts';
import { isHousehold, personalFields } from './scores.ts';

/** What one field, or what they have to do with each other, says for or against two records being of one person. */
export interface WaterfallStep {
  readonly field: string;
  readonly left: string | null;
  readonly right: string | null;
  /** `missing`: one of both says nothing; `counted`: with another field; `together`: what several fields come to. */
  readonly level: Level | 'missing' | 'counted' | 'together';
  /** In bits: each doubles, or below 0 halves, the odds. */
  readonly bits: number;
  /** In a sentence. */
  readonly words: string;
}

/** How a pair's score comes about, step by step. `bits`: the prior and all steps together. */
export interface Waterfall {
  readonly prior: number;
  readonly steps: readonly WaterfallStep[];
  readonly bits: number;
  readonly probability: number;
}

/** Two records that were compared, and of each field how. */
export interface ComparedPair {
  readonly left: number;
  readonly right: number;
  readonly levels: ArrayLike<number>;
  /** Its chance, others that fit as well counted. */
  readonly probability: number;
}

/** Says step by step what makes two records one person's, or not. */
export function waterfallOf(model: MatchModel, columns: readonly Column[], pair: ComparedPair): Waterfall {
  const prior = priorBits(model);
  const steps = columns.map((column, at) => stepOf(model, columns, column, at, pair));
  if (isHousehold(personalFields(columns), pair.levels, 0))
    steps.push(
      together(
        'household',
        0,
        'Nothing that is a person’s own agrees: they may be two people who live together, so a person decides.',
      ),
    );
  const alone = steps.reduce((sum, { bits }) => sum + bits, prior);
  const wanting = Math.log2(pair.probability / (1 - pair.probability)) - alone;
  if (probabilityOf(alone) - pair.probability > NOTABLE)
    steps.push(together('others', wanting, 'Another record fits as well, and at most one is right.'));
  const bits = steps.reduce((sum, step) => sum + step.bits, prior);
  return { prior, steps, bits, probability: pair.probability };
}

/** A chance that is lower by less than this says nothing of others. */
const NOTABLE = 1e-4;

function together(field: string, bits: number, words: string): WaterfallStep {
  return { field, left: null, right: null, level: 'together', bits, words };
}

function stepOf(
  model: MatchModel,
  columns: readonly Column[],
  column: Column,
  at: number,
  { left: one, right: other, levels }: ComparedPair,
): WaterfallStep {
  const level = levels[at] ?? MISSING;
  const value = column.left[one] ?? -1;
  const [left, right] = [column.texts[value] ?? null, column.texts[column.right[other] ?? -1] ?? null];
  const field = model.fields[at];
  const share = level === SAME ? shareOf(column, value) : null;
  const bits = field === undefined || level < 0 ? 0 : levelBits(field, level, share);
  const begin = `${column.name.charAt(0).toUpperCase()}${column.name.slice(1)}`;
  const step = { field: column.name, left, right, bits };
  if (level === MISSING)
    return { ...step, level: 'missing', words: `${begin}: one of both says nothing, which is no evidence.` };
  if (level === COUNTED)
    return { ...step, level: 'counted', words: `${begin}: counted with the other field.` };
  const name = LEVELS[level] ?? 'different';
  if (level === SAME) {
    const { count, all } = countOf(column, value);
    return { ...step, level: name, words: `${begin}: both say “${left}”, as ${count} of ${all} do.` };
  }
  if (level === CROSSED) {
    const crossed = crossedWords(columns, column, one, other);
    return { ...step, level: name, words: `${begin}: ${crossed}.` };
  }
  return { ...step, level: name, words: `${begin}: “${left}” and “${right}” ${SAID[name]}.` };
}

const SAID: { readonly [level in Level]: string } = {
  same: 'are the same',
  'nearly the same': 'are nearly the same',
  alike: 'are alike',
  'sounds the same': 'sound the same',
  'in the other field': 'stand in each other’s field',
  different: 'are different',
};

/** Of values that were put into each other's field, what stands where. */
function crossedWords(columns: readonly Column[], column: Column, one: number, other: number): string {
  const partner = CROSSABLE.flatMap(([a, b]) => (a === column.kind ? [b] : b === column.kind ? [a] : []));
  const beside = columns.find(({ kind }) => partner.includes(kind)) ?? column;
  const [own, others] = [column.texts[column.left[one] ?? -1], beside.texts[beside.right[other] ?? -1]];
  return `“${own ?? ''}” is the other’s ${beside.name}, “${others ?? ''}”`;
}

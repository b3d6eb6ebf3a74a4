import { quotedTexts } from '../../definitions/decision/quoted.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';

const MOST_NAMED = 40;
const LOOKED_AT = 1_000;

/** Texts that the rows of a table ask for, by the ids of its inputs that may be any text. */
export function namedTexts({ inputs, rows }: DecisionTable): { readonly [input: string]: readonly string[] } {
  const looked = rows.slice(0, LOOKED_AT);
  return Object.fromEntries(
    inputs.flatMap(({ id, type }, at) => {
      if (type.type !== 'string' && type.type !== 'any') return [];
      const texts = new Set(looked.flatMap(({ when }) => quotedTexts(when[at] ?? '') ?? []));
      return [[id, [...texts].slice(0, MOST_NAMED)] as const];
    }),
  );
}

import type { DecisionTable } from '../../../definitions/decision/table.ts';
import { readString } from '../../../definitions/feel/parse/string-literal.ts';
import type { Json, JsonObject } from '../../../definitions/flow/json.ts';
import type { ValueType } from '../../../definitions/flow/value-type.ts';

const WORD = /"(?:[^"\\\n]|\\.)*"/g;
const NUMBER = /-?\d+(?:\.\d+)?/g;

/**
 * Values with which a row of a table might fit, by the last name of what its columns look at (`facts.mood`: `mood`), the
 * likeliest first. They are read off its cells and are no more than a guess: whoever takes them has to look.
 */
export function rowValues({ inputs, rows }: DecisionTable, rowId: string): readonly JsonObject[] {
  const row = rows.find(({ id }) => id === rowId);
  if (row === undefined) return [];
  const columns = inputs.flatMap(({ name, expression, type }, at) => {
    const values = cellValues(row.when[at] ?? '-', type);
    return values.length === 0 ? [] : [{ name: lastName(expression ?? name), values }];
  });
  if (columns.length === 0) return [{}];
  const most = Math.max(...columns.map(({ values }) => values.length));
  return Array.from({ length: most }, (_, turn) =>
    Object.fromEntries(columns.map(({ name, values }) => [name, values[turn % values.length] ?? null])),
  );
}

/** Values that may pass a cell; none: it asks nothing, or nothing that is known. */
function cellValues(cell: string, type: ValueType | undefined): readonly Json[] {
  const text = cell.trim();
  if (text === '' || text === '-') return [];
  const isNegated = /^not\s*\(/.test(text);
  const words = [...text.matchAll(WORD)].map(([literal]) => readString(literal));
  const bare = text.replaceAll(WORD, '');
  if (words.length > 0) {
    const allowed = type?.type === 'string' ? (type.allowed ?? []) : [];
    return isNegated ? allowed.filter((one) => !words.includes(one)) : words;
  }
  if (/\btrue\b/.test(bare)) return [!isNegated];
  if (/\bfalse\b/.test(bare)) return [isNegated];
  if (/\bnull\b/.test(bare)) return isNegated ? [] : [null];
  return [...bare.matchAll(NUMBER)].flatMap(([literal]) => {
    const number = Number(literal);
    return [number, number + 1, number - 1];
  });
}

function lastName(expression: string): string {
  return expression.trim().split('.').at(-1)?.trim() ?? '';
}

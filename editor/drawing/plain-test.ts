import { durationWords } from '../../shell/moment.ts';

const LITERAL = /^(?:true|false|@?"[^"\\]*"|-?\d+(?:\.\d+)?)$/;

/**
 * A cell of a table in plain words, where it is nothing but values: `true` → 'yes', `"order", "other"` → 'order, other',
 * `@"PT2H"` → '2 h', `-` → '–'. Anything else stays as its author wrote it.
 */
export function plainTest(cell: string): string {
  const written = cell.trim();
  if (written === '' || written === '-') return '–';
  const parts = written.split(/\s*,\s*(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  return parts.every((part) => LITERAL.test(part)) ? parts.map(plainLiteral).join(', ') : written;
}

/** Whether a cell is passed by any value. */
export function isAny(cell: string): boolean {
  return plainTest(cell) === '–';
}

function plainLiteral(literal: string): string {
  if (literal === 'true') return 'yes';
  if (literal === 'false') return 'no';
  const text = /^(@?)"(.*)"$/.exec(literal);
  if (text === null) return literal;
  const [, at, inside = ''] = text;
  return at === '@' ? (durationWords(inside) ?? inside) : inside;
}

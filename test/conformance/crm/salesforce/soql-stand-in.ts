/** What a statement of the SOQL that our CRM speaks asks for. */
export interface Soql {
  readonly fields: readonly string[];
  readonly object: string;
  readonly where: readonly { readonly field: string; readonly is: string; readonly value: string | null }[];
  readonly orderBy: string | null;
  readonly descending: boolean;
  readonly limit: number;
}

const CONDITION = /^([A-Za-z][\w.]*) (=|!=|LIKE) (null|\d{4}-\d{2}-\d{2}|'(?:[^'\\]|\\.)*')/;
const UNESCAPED: { readonly [sign: string]: string } = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const ESCAPABLE = `'"\\`;

/**
 * Reads a statement, and refuses (null) whatever is not quite one: what breaks out of a text between quotes is no
 * statement any more, as with the real service.
 */
export function readSoql(text: string): Soql | null {
  const head = /^SELECT ([A-Za-z][\w.]*(?:, [A-Za-z][\w.]*)*) FROM (Contact|Case|Asset)/.exec(text);
  if (head === null) return null;
  let rest = text.slice(head[0].length);
  const where: { field: string; is: string; value: string | null }[] = [];
  for (let word = ' WHERE '; rest.startsWith(word); word = ' AND ') {
    const found = CONDITION.exec(rest.slice(word.length));
    if (found === null) return null;
    const [whole, field = '', is = '', literal = ''] = found;
    const value = valueOf(literal);
    if (value === undefined) return null;
    where.push({ field, is, value });
    rest = rest.slice(word.length + whole.length);
  }
  const tail = /^(?: ORDER BY (\w+)( DESC)?)?(?: LIMIT (\d+))?$/.exec(rest);
  if (tail === null) return null;
  return {
    fields: (head[1] ?? '').split(', '),
    object: head[2] ?? '',
    where,
    orderBy: tail[1] ?? null,
    descending: tail[2] !== undefined,
    limit: Number(tail[3] ?? Infinity),
  };
}

/** Undefined for a text with an escape sequence that there is none of. */
function valueOf(literal: string): string | null | undefined {
  if (literal === 'null') return null;
  if (!literal.startsWith("'")) return literal;
  const inside = literal.slice(1, -1);
  if (/[\n\r]/.test(inside)) return undefined;
  let isWrong = false;
  const value = inside.replace(/\\(.)/gu, (_whole, sign: string) => {
    if (ESCAPABLE.includes(sign)) return sign;
    if (UNESCAPED[sign] === undefined) isWrong = true;
    return UNESCAPED[sign] ?? '';
  });
  return isWrong ? undefined : value;
}

/** Whether a value fits, as Salesforce compares texts: without case. */
export function fits(value: string | null, is: string, asked: string | null): boolean {
  if (is === '!=') return value !== asked;
  if (value === null || asked === null) return is === '=' && value === asked;
  if (is === '=') return value.toLowerCase() === asked.toLowerCase();
  const pattern = asked.split('%').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pattern.join('.*')}$`, 'is').test(value);
}

import { durationWords } from '../shell/moment.ts';
import { plainChoice } from '../shell/plain-value.ts';
import { numberText } from '../words/locale.ts';
import { words } from '../shell/words.ts';

const DURATION = /^(?:@|duration\()"([^"\\]+)"\)?$/;
const COMPARISON = /^(<=|>=|<|>)\s*(.+)$/;
const RANGE = /^([[\](])\s*([^.\s][^\s]*?)\s*\.\.\s*([^\s]+?)\s*([[\])])$/;
const NEGATION = /^not\((.*)\)$/;

/**
 * A cell of a table in plain words, where it is nothing but values: `true` → 'yes', `"order", "other"` → 'order, other',
 * `>= 3` → '3 or more', `duration("PT2H")` → '2 h', `-` → '–'. Anything else stays as its author wrote it.
 */
export function plainTest(cell: string): string {
  return saidTest(cell) ?? cell.trim();
}

/** The same; null where plain words cannot say it. */
export function saidTest(cell: string): string | null {
  const written = cell.trim();
  if (written === '' || written === '-') return '–';
  const inside = NEGATION.exec(written)?.[1];
  const said = partsOf(inside ?? written).map(plainPart);
  if (said.some((part) => part === null)) return null;
  const { not } = words.cells;
  return inside === undefined ? said.join(', ') : not(said.join(', '));
}

/** Whether a cell is said in other words than it is written in. */
export function isSaidOtherwise(cell: string): boolean {
  return !isAny(cell) && plainTest(cell) !== cell.trim();
}

/** Whether a cell is passed by any value. */
export function isAny(cell: string): boolean {
  return plainTest(cell) === '–';
}

/** What stands between the commas outside of texts. */
function partsOf(written: string): readonly string[] {
  return written.split(/\s*,\s*(?=(?:[^"]*"[^"]*")*[^"]*$)/);
}

function plainPart(part: string): string | null {
  const [, sign, bound] = COMPARISON.exec(part) ?? [];
  if (sign !== undefined && bound !== undefined) {
    const said = plainLiteral(bound);
    return said === null ? null : (words.cells.compared[sign]?.(said) ?? null);
  }
  const [, opens, from, to, closes] = RANGE.exec(part) ?? [];
  if (from !== undefined && to !== undefined) {
    const [low, high] = [plainLiteral(from), plainLiteral(to)];
    // Only a range that holds both of its ends is what 'to' says.
    return low === null || high === null || opens !== '[' || closes !== ']'
      ? null
      : words.cells.range(low, high);
  }
  return plainLiteral(part);
}

function plainLiteral(literal: string): string | null {
  if (literal === 'true') return words.cases.yes;
  if (literal === 'false') return words.cases.no;
  if (literal === 'null') return words.cells.nothing;
  if (/^-?\d+(?:\.\d+)?$/.test(literal)) return numberText(Number(literal));
  const text = /^"([^"\\]*)"$/.exec(literal)?.[1];
  if (text !== undefined) return plainChoice(text);
  const length = DURATION.exec(literal)?.[1];
  return length === undefined ? null : durationWords(length);
}

import type { Budget } from '../budget.ts';
import { MAX_STRING } from '../limits.ts';
import { writeTemporal } from './notation.ts';
import { formatNumber } from './number.ts';
import { FeelRange } from './range.ts';
import type { Value } from './value.ts';
import { isContext, isList, isNumber } from './value.ts';

/** A value as FEEL's `string()` shows it; null for null, for functions, and for what is too long (DMN 1.5, 10.3.4.1). */
export function valueText(value: Value, budget: Budget): string | null {
  if (value === null || typeof value === 'string') return value;
  const text = shown(value, budget);
  return text !== null && text.length > MAX_STRING ? null : text;
}

/** As above, with strings in quotes and null by its name: how a value stands within another. */
function shown(value: Value, budget: Budget): string | null {
  budget.spend(1);
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') {
    budget.spend(value.length);
    return `"${value}"`;
  }
  if (isNumber(value)) return formatNumber(value);
  if (isList(value))
    return budget.nested(() => `[${value.map((item) => shown(item, budget) ?? 'null').join(', ')}]`);
  if (value instanceof FeelRange) {
    const lower = `${value.lowerIncluded ? '[' : '('}${shown(value.lower, budget) ?? ''}`;
    return `${lower}..${shown(value.upper, budget) ?? ''}${value.upperIncluded ? ']' : ')'}`;
  }
  if (isContext(value)) {
    const entries = budget.nested(() =>
      Object.entries(value).map(([name, entry]) => `${name}: ${shown(entry, budget) ?? 'null'}`),
    );
    return `{${entries.join(', ')}}`;
  }
  return writeTemporal(value) ?? null;
}

import { nearestName } from '../nearest.ts';
import type { Syntax } from '../parse/syntax.ts';
import type { FeelType } from '../type/feel-type.ts';
import { allowedBy } from '../type/feel-type.ts';
import type { Checker } from './checker.ts';

/** Warns of a string literal that the other side, which has a list of allowed values, can never be. */
export function noteDisallowed(syntax: Syntax, type: FeelType, checker: Checker): void {
  if (syntax.kind === 'list') return syntax.items.forEach((item) => noteDisallowed(item, type, checker));
  const allowed = allowedBy(type);
  if (syntax.kind !== 'string' || !allowed || allowed.includes(syntax.value)) return;
  const nearest = nearestName(syntax.value, allowed);
  const known = nearest === undefined ? `Allowed: ${listed(allowed)}.` : `Did you mean “${nearest}”?`;
  checker.warning(
    syntax.at,
    'value not allowed',
    `“${syntax.value}” is not among the allowed values. ${known}`,
    nearest,
  );
}

const SHOWN = 8;

function listed(values: readonly string[]): string {
  const shown = values.slice(0, SHOWN).map((value) => `“${value}”`);
  return shown.join(', ') + (values.length > SHOWN ? ', …' : '');
}

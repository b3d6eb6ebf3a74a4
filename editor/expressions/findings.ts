import { meantInstead, quoted } from '../../definitions/decision/quoted.ts';
import { fits } from '../../definitions/check/fits.ts';
import { nearestName } from '../../definitions/feel/nearest.ts';
import type { ExpressionProblem } from '../../definitions/feel/problem.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { typeText } from './type-text.ts';

/** Something to tell about a stretch of a source, and what to write in its place if that is known. */
export interface Finding {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly instead?: string;
}

/** A problem of an expression, said to who writes it. */
export function findingOf(problem: ExpressionProblem, source: string): Finding {
  const { from, to, severity } = problem;
  const instead = meantInstead(problem);
  return {
    from,
    to,
    severity,
    message: said(problem, source),
    ...(instead === undefined || from >= to ? {} : { instead }),
  };
}

/** That an expression comes to something else than is wanted; null: it may be that. */
export function misfit(given: ValueType, wanted: ValueType | undefined, source: string): Finding | null {
  if (wanted === undefined) return null;
  const whole = { from: 0, to: source.length };
  const [strange] = strangeValues(given, wanted);
  if (strange !== undefined) {
    const message = drawingWords.expressions.notAllowed(strange);
    const nearest = source.trim() === quoted(strange) ? nearestName(strange, allowedIn(wanted)) : undefined;
    const finding: Finding = { ...whole, severity: 'warning', message };
    return nearest === undefined ? finding : { ...finding, instead: quoted(nearest) };
  }
  if (fits(given, wanted) !== 'no') return null;
  const message = drawingWords.expressions.wanted(typeText(given), typeText(wanted));
  return { ...whole, severity: 'error', message };
}

/** Values that an expression may come to, where only others are wanted. */
function strangeValues(given: ValueType, wanted: ValueType): readonly string[] {
  const allowed = allowedIn(wanted);
  return allowed.length === 0 ? [] : allowedIn(given).filter((value) => !allowed.includes(value));
}

function allowedIn(type: ValueType): readonly string[] {
  return type.type === 'string' ? (type.allowed ?? []) : [];
}

const SHOWN = 40;
/** What was probably meant stands beside the sentence, ready to be written. */
const ASKS = / Did you mean .*$/s;

function said({ code, from, to, message, nearest }: ExpressionProblem, source: string): string {
  const named = source.slice(from, to);
  const name = named.length > SHOWN ? `${named.slice(0, SHOWN)}…` : named;
  switch (code) {
    case 'unknown variable':
      return drawingWords.expressions.unknownName(name);
    case 'unknown property':
      return drawingWords.expressions.unknownPart(name);
    case 'unknown function':
      return drawingWords.expressions.unknownFunction(name);
    default:
      return inPlainWords(nearest === undefined ? message : message.replace(ASKS, ''));
  }
}

const PLAIN: { readonly [word: string]: string } = {
  'a string': drawingWords.expressions.types.string,
  'a boolean': drawingWords.expressions.types.boolean,
  'a date and time': drawingWords.expressions.types['date and time'],
  'a days and time duration': drawingWords.expressions.types['days and time duration'],
  'a years and months duration': drawingWords.expressions.types['years and months duration'],
  'a null': drawingWords.expressions.nothing,
};

/** Types by the names that people have for them; what is quoted stays. */
function inPlainWords(message: string): string {
  return message.replace(
    /“[^”]*”|\ba (?:string|boolean|date and time|days and time duration|years and months duration|null)\b/gi,
    (part) => {
      const plain = PLAIN[part.toLowerCase()];
      if (plain === undefined) return part;
      return part.startsWith('A') ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain;
    },
  );
}

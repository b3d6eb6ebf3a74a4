import type { SyntaxNode, Tree } from '@lezer/common';
import type { ExpressionProblem } from '../problem.ts';
import { errorAt } from '../problem.ts';
import { codeOf } from './code.ts';

/** The first place where the source is no FEEL, with what is probably wrong there; null if all could be read. */
export function syntaxProblem(tree: Tree, source: string): ExpressionProblem | null {
  let found: SyntaxNode | undefined;
  tree.iterate({
    enter: (node) => {
      if (!found && node.type.isError) found = node.node;
      return !found;
    },
  });
  const slip = slipIn(source);
  if (slip && (!found || slip.from <= found.to)) return slip;
  if (!found) return null;
  const { from, to } = found;
  if (from === to) {
    const rest = source.slice(to).trim();
    if (rest !== '')
      return errorAt(
        { from, to: source.length },
        'syntax',
        `Something is missing before “${excerpt(rest)}”.`,
      );
    const missing = missingAtEnd(found.parent);
    return errorAt(
      { from, to },
      'syntax',
      missing ? `${missing} is missing at the end.` : 'The end is missing.',
    );
  }
  return errorAt({ from, to }, 'syntax', `“${excerpt(source.slice(from, to))}” cannot stand here.`);
}

const EXCERPT = 20;

function excerpt(text: string): string {
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
}

function missingAtEnd(parent: SyntaxNode | null): string | undefined {
  switch (parent?.name) {
    case 'IfExpression':
      return parent.getChild('else')
        ? 'The value for “else”'
        : parent.getChild('then')
          ? '“else” with its value'
          : '“then” with its value';
    case 'ParenthesizedExpression':
    case 'FunctionInvocation':
    case 'DateTimeLiteral':
      return 'A closing parenthesis';
    case 'List':
    case 'FilterExpression':
      return 'A closing bracket';
    case 'Context':
      return 'A closing brace';
    case 'ArithmeticExpression':
    case 'Comparison':
    case 'Conjunction':
    case 'Disjunction':
      return 'The right side';
    case 'ForExpression':
      return '“return” with its value';
    case 'QuantifiedExpression':
      return '“satisfies” with its condition';
    default:
      return undefined;
  }
}

/** Habits from other languages, by what they look like outside of strings and comments. */
const SLIPS: readonly { readonly looks: string; readonly advice: string }[] = [
  { looks: '==', advice: 'Equality is written with one “=”.' },
  { looks: '<>', advice: 'Inequality is written “!=”.' },
  { looks: '&&', advice: 'Both conditions is written “and”.' },
  { looks: '||', advice: 'One of two conditions is written “or”.' },
  { looks: "'", advice: 'Text stands in double quotes.' },
  { looks: '“', advice: 'Text stands in straight double quotes.' },
  { looks: '”', advice: 'Text stands in straight double quotes.' },
];

function slipIn(source: string): ExpressionProblem | null {
  const code = codeOf(source);
  for (const { looks, advice } of SLIPS) {
    // An apostrophe inside a word may belong to a variable's name.
    const at = looks === "'" ? code.search(/(?<!\w)'/) : code.indexOf(looks);
    if (at >= 0) return errorAt({ from: at, to: at + looks.length }, 'syntax', advice);
  }
  return null;
}

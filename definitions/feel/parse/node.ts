import type { SyntaxNode } from '@lezer/common';
import { normalName } from './name.ts';

/** The children of the grammar's expression group, in order: no brackets, operators, keywords, names or comments. */
export function onlyExpressions(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (isExpression(child.name)) found.push(child);
  }
  return found;
}

const EXPRESSIONS: ReadonlySet<string> = new Set([
  'ForExpression',
  'IfExpression',
  'QuantifiedExpression',
  'Disjunction',
  'Conjunction',
  'Comparison',
  'ArithmeticExpression',
  'InstanceOfExpression',
  'PathExpression',
  'FilterExpression',
  'FunctionInvocation',
  'null',
  'NumericLiteral',
  'StringLiteral',
  'BooleanLiteral',
  'DateTimeLiteral',
  'VariableName',
  '?',
  'SimplePositiveUnaryTest',
  'Interval',
  'ParenthesizedExpression',
  'List',
  'FunctionDefinition',
  'Context',
]);

function isExpression(name: string): boolean {
  return EXPRESSIONS.has(name);
}

/** Whether a direct child has this name. */
export function hasChild(node: SyntaxNode, name: string): boolean {
  return node.getChild(name) !== null;
}

/** The direct children of this name; none of a missing node. */
export function childrenOf(node: SyntaxNode | null, name: string): SyntaxNode[] {
  return node ? node.getChildren(name) : [];
}

/** The name that a node spells, normalised. */
export function nameIn(node: SyntaxNode, source: string): string {
  return normalName(source.slice(node.from, node.to));
}

import type { SyntaxNode, Tree } from '@lezer/common';
import { MAX_DEPTH } from '../limits.ts';
import type { ExpressionProblem, Span } from '../problem.ts';
import { errorAt } from '../problem.ts';
import { childrenOf, hasChild, nameIn, onlyExpressions } from './node.ts';
import { readType } from './read-type.ts';
import { readString } from './string-literal.ts';
import type {
  ArgumentsSyntax,
  BindingSyntax,
  ComparisonOperator,
  ParameterSyntax,
  Syntax,
  UnaryTestsSyntax,
} from './syntax.ts';

export type SyntaxResult<S> = { readonly syntax: S } | { readonly problem: ExpressionProblem };

/** Thrown while reading and caught at the room's border: the tree is no expression we know, or too deep. */
class Unreadable extends Error {
  readonly problem: ExpressionProblem;

  constructor(problem: ExpressionProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Reads the tree of an expression without syntax errors. */
export function readExpression(tree: Tree, source: string): SyntaxResult<Syntax> {
  return attempt(() => reader(source).only(tree.topNode));
}

/** Reads the tree of a table cell without syntax errors. */
export function readUnaryTests(tree: Tree, source: string): SyntaxResult<UnaryTestsSyntax> {
  return attempt(() => {
    const top = tree.topNode;
    if (hasChild(top, 'Wildcard')) return { kind: 'any' };
    const tests = top.getChild('PositiveUnaryTests');
    if (!tests) throw unreadable(top);
    return {
      kind: 'tests',
      negated: hasChild(top, 'not'),
      tests: tests.getChildren('PositiveUnaryTest').map((test) => reader(source).only(test)),
      at: { from: top.from, to: top.to },
    };
  });
}

function attempt<S>(read: () => S): SyntaxResult<S> {
  try {
    return { syntax: read() };
  } catch (thrown) {
    if (thrown instanceof Unreadable) return { problem: thrown.problem };
    throw thrown;
  }
}

/** The problem of an expression whose parts stand too deep in one another. */
export function tooDeep(at: Span): ExpressionProblem {
  return errorAt(at, 'too big', `Expressions stand more than ${MAX_DEPTH} deep in one another here.`);
}

function unreadable(at: SyntaxNode): Unreadable {
  return new Unreadable(errorAt(at, 'syntax', 'This cannot be read as an expression.'));
}

function reader(source: string) {
  let depth = 0;

  function only(parent: SyntaxNode): Syntax {
    const [child] = onlyExpressions(parent);
    if (!child) throw unreadable(parent);
    return expression(child);
  }

  function parts(parent: SyntaxNode, count: number): Syntax[] {
    const found = onlyExpressions(parent);
    if (found.length !== count) throw unreadable(parent);
    return found.map(expression);
  }

  function pair(parent: SyntaxNode): { left: Syntax; right: Syntax } {
    const [left, right] = parts(parent, 2);
    if (!left || !right) throw unreadable(parent);
    return { left, right };
  }

  function expression(node: SyntaxNode): Syntax {
    depth += 1;
    if (depth > MAX_DEPTH) throw new Unreadable(tooDeep(node));
    const syntax = read(node);
    depth -= 1;
    return syntax;
  }

  function read(node: SyntaxNode): Syntax {
    const at = { from: node.from, to: node.to };
    const text = source.slice(node.from, node.to);
    switch (node.name) {
      case 'null':
        return { at, kind: 'null' };
      case 'BooleanLiteral':
        return { at, kind: 'boolean', value: text === 'true' };
      case 'NumericLiteral':
        return { at, kind: 'number', digits: text.replace(/\s/g, '') };
      case 'StringLiteral':
        return { at, kind: 'string', value: readString(text) };
      case 'VariableName':
        return { at, kind: 'name', name: nameIn(node, source) };
      case '?':
        return { at, kind: 'input' };
      case 'ParenthesizedExpression':
      case 'PositiveUnaryTest':
      case 'FunctionBody':
        return only(node);
      case 'List':
        return { at, kind: 'list', items: onlyExpressions(node).map(expression) };
      case 'Context':
        return { at, kind: 'context', entries: node.getChildren('ContextEntry').map(entry) };
      case 'SimplePositiveUnaryTest':
        return simpleTest(node, at);
      case 'Interval':
        return interval(node, at);
      case 'ArithmeticExpression':
        return arithmetic(node, at);
      case 'Comparison':
        return comparison(node, at);
      case 'Conjunction':
        return { at, kind: 'and', ...pair(node) };
      case 'Disjunction':
        return { at, kind: 'or', ...pair(node) };
      case 'InstanceOfExpression': {
        const type = node.getChild('Type');
        if (!type) throw unreadable(node);
        return { at, kind: 'instance of', value: only(node), type: readType(type, source) };
      }
      case 'PathExpression': {
        const name = node.getChild('PathName');
        if (!name) throw unreadable(node);
        return {
          at,
          kind: 'path',
          of: only(node),
          name: nameIn(name, source),
          nameAt: { from: name.from, to: name.to },
        };
      }
      case 'FilterExpression': {
        const { left, right } = pair(node);
        return { at, kind: 'filter', of: left, by: right };
      }
      case 'IfExpression': {
        const [condition, then, otherwise] = parts(node, 3);
        if (!condition || !then || !otherwise) throw unreadable(node);
        return { at, kind: 'if', condition, then, otherwise };
      }
      case 'ForExpression':
        return { at, kind: 'for', bindings: bindings(node), body: only(node) };
      case 'QuantifiedExpression':
        return {
          at,
          kind: hasChild(node, 'every') ? 'every' : 'some',
          bindings: bindings(node),
          body: only(node),
        };
      case 'FunctionInvocation':
      case 'DateTimeLiteral':
        return call(node, at);
      case 'FunctionDefinition': {
        const body = node.getChild('FunctionBody');
        if (!body) throw unreadable(node);
        if (hasChild(node, 'external')) {
          throw new Unreadable(
            errorAt(
              node,
              'unsupported',
              'External functions are not called from expressions; use an activity.',
            ),
          );
        }
        return { at, kind: 'function', parameters: parameters(node), body: only(body) };
      }
      default:
        throw unreadable(node);
    }
  }

  function entry(node: SyntaxNode): { name: string; value: Syntax } {
    const key = node.getChild('Key');
    if (!key) throw unreadable(node);
    const literal = key.getChild('StringLiteral');
    const name = literal
      ? readString(source.slice(literal.from, literal.to))
      : nameIn(key.getChild('Name') ?? key, source);
    return { name, value: only(node) };
  }

  function simpleTest(node: SyntaxNode, at: Syntax['at']): Syntax {
    const range = node.getChild('Interval');
    if (range) return interval(range, at);
    return { at, kind: 'comparison test', operator: operatorIn(node), to: only(node) };
  }

  function interval(node: SyntaxNode, at: Syntax['at']): Syntax {
    const { left, right } = pair(node);
    const brackets = source.slice(node.from, node.to).trim();
    return {
      at,
      kind: 'interval',
      lower: left,
      upper: right,
      lowerIncluded: brackets.startsWith('['),
      upperIncluded: brackets.endsWith(']'),
    };
  }

  function arithmetic(node: SyntaxNode, at: Syntax['at']): Syntax {
    const sign = node.getChild('ArithOp');
    const operator = sign ? source.slice(sign.from, sign.to) : '';
    if (onlyExpressions(node).length === 1) {
      if (operator === '-') return { at, kind: 'negation', of: only(node) };
      throw new Unreadable(errorAt(node, 'syntax', 'A “+” needs something on its left.'));
    }
    if (operator === '^') return { at, kind: 'arithmetic', operator: '**', ...pair(node) };
    if (operator === '+' || operator === '-' || operator === '*' || operator === '/' || operator === '**') {
      return { at, kind: 'arithmetic', operator, ...pair(node) };
    }
    throw unreadable(node);
  }

  function comparison(node: SyntaxNode, at: Syntax['at']): Syntax {
    if (hasChild(node, 'between')) {
      const [value, low, high] = parts(node, 3);
      if (!value || !low || !high) throw unreadable(node);
      return { at, kind: 'between', value, low, high };
    }
    if (!hasChild(node, 'in')) return { at, kind: 'comparison', operator: operatorIn(node), ...pair(node) };
    const tests = node.getChild('PositiveUnaryTests') ?? node;
    return { at, kind: 'in', value: only(node), tests: tests.getChildren('PositiveUnaryTest').map(only) };
  }

  function operatorIn(node: SyntaxNode): ComparisonOperator {
    const operator = node.getChild('CompareOp');
    const text = operator ? source.slice(operator.from, operator.to) : '';
    if (text === '=' || text === '!=' || text === '<' || text === '<=' || text === '>' || text === '>=')
      return text;
    throw unreadable(node);
  }

  function bindings(node: SyntaxNode): BindingSyntax[] {
    return (node.getChild('InExpressions')?.getChildren('InExpression') ?? []).map((binding) => {
      const name = binding.getChild('Name');
      const over = binding.getChild('IterationContext');
      if (!name || !over) throw unreadable(binding);
      const [from, to] = onlyExpressions(over).map(expression);
      if (!from) throw unreadable(over);
      return to ? { name: nameIn(name, source), from, to } : { name: nameIn(name, source), from };
    });
  }

  function call(node: SyntaxNode, at: Syntax['at']): Syntax {
    const literal = node.getChild('AtLiteral')?.getChild('StringLiteral');
    if (literal) return { at, kind: 'at', text: readString(source.slice(literal.from, literal.to)) };
    const special = node.getChild('DateTimeConstructor') ?? node.getChild('SpecialFunctionName');
    const name = special && source.slice(special.from, special.to).replace(/\s+/g, ' ');
    const callee: Syntax = name
      ? { at: { from: special.from, to: special.to }, kind: 'name', name }
      : only(node);
    return { at, kind: 'call', callee, args: args(node) };
  }

  function args(node: SyntaxNode): ArgumentsSyntax {
    const named = node.getChild('NamedParameters');
    if (named) {
      return named.getChildren('NamedParameter').map((parameter) => {
        const name = parameter.getChild('ParameterName');
        return { name: name ? nameIn(name, source) : '', value: only(parameter) };
      });
    }
    const positional = node.getChild('PositionalParameters');
    return positional ? onlyExpressions(positional).map((value) => ({ value: expression(value) })) : [];
  }

  function parameters(node: SyntaxNode): ParameterSyntax[] {
    const formal = node.getChild('FormalParameters');
    return childrenOf(formal, 'FormalParameter').map((parameter) => {
      const name = nameIn(parameter.getChild('ParameterName') ?? parameter, source);
      const type = parameter.getChild('Type');
      return type ? { name, type: readType(type, source) } : { name };
    });
  }

  return { only };
}

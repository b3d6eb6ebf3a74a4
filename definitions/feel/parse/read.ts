import type { SyntaxNode, Tree } from '@lezer/common';
import { MAX_DEPTH } from '../limits.ts';
import type { ExpressionProblem } from '../problem.ts';
import { errorAt } from '../problem.ts';
import { childrenOf, hasChild, nameIn, onlyExpressions } from './node.ts';
import { readType } from './read-type.ts';
import { readString } from './string-literal.ts';
import { tooDeep, Unreadable, unreadable } from './unreadable.ts';
import type {
  ArgumentsSyntax,
  BindingSyntax,
  ComparisonOperator,
  ParameterSyntax,
  Syntax,
  UnaryTestsSyntax,
} from './syntax.ts';

export type SyntaxResult<S> = { readonly syntax: S } | { readonly problem: ExpressionProblem };

/** Reads the tree of an expression without syntax errors. */
export function readExpression(tree: Tree, source: string): SyntaxResult<Syntax> {
  return attempt(() => new Reader(source).only(tree.topNode));
}

/** Reads the tree of a table cell without syntax errors. */
export function readUnaryTests(tree: Tree, source: string): SyntaxResult<UnaryTestsSyntax> {
  return attempt(() => {
    const top = tree.topNode;
    const reader = new Reader(source);
    if (hasChild(top, 'Wildcard')) return { kind: 'any' };
    const tests = top.getChild('PositiveUnaryTests');
    if (!tests) throw unreadable(top);
    return {
      kind: 'tests',
      negated: hasChild(top, 'not'),
      tests: tests.getChildren('PositiveUnaryTest').map((test) => reader.only(test)),
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

/** Reads the nodes of one source. */
class Reader {
  readonly #source: string;
  #depth = 0;

  constructor(source: string) {
    this.#source = source;
  }

  only(parent: SyntaxNode): Syntax {
    const [child] = onlyExpressions(parent);
    if (!child) throw unreadable(parent);
    return this.#expression(child);
  }

  #parts(parent: SyntaxNode, count: number): Syntax[] {
    const found = onlyExpressions(parent);
    if (found.length !== count) throw unreadable(parent);
    return found.map((each) => this.#expression(each));
  }

  #pair(parent: SyntaxNode): { left: Syntax; right: Syntax } {
    const [left, right] = this.#parts(parent, 2);
    if (!left || !right) throw unreadable(parent);
    return { left, right };
  }

  #expression(node: SyntaxNode): Syntax {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new Unreadable(tooDeep(node));
    const syntax = this.#read(node);
    this.#depth -= 1;
    return syntax;
  }

  #read(node: SyntaxNode): Syntax {
    const at = { from: node.from, to: node.to };
    const text = this.#source.slice(node.from, node.to);
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
        return { at, kind: 'name', name: nameIn(node, this.#source) };
      case '?':
        return { at, kind: 'input' };
      case 'ParenthesizedExpression':
      case 'PositiveUnaryTest':
      case 'FunctionBody':
        return this.only(node);
      case 'List':
        return { at, kind: 'list', items: onlyExpressions(node).map((each) => this.#expression(each)) };
      case 'Context':
        return {
          at,
          kind: 'context',
          entries: node.getChildren('ContextEntry').map((each) => this.#entry(each)),
        };
      case 'SimplePositiveUnaryTest':
        return this.#simpleTest(node, at);
      case 'Interval':
        return this.#interval(node, at);
      case 'ArithmeticExpression':
        return this.#arithmetic(node, at);
      case 'Comparison':
        return this.#comparison(node, at);
      case 'Conjunction':
        return { at, kind: 'and', ...this.#pair(node) };
      case 'Disjunction':
        return { at, kind: 'or', ...this.#pair(node) };
      case 'InstanceOfExpression': {
        const type = node.getChild('Type');
        if (!type) throw unreadable(node);
        return { at, kind: 'instance of', value: this.only(node), type: readType(type, this.#source) };
      }
      case 'PathExpression': {
        const name = node.getChild('PathName');
        if (!name) throw unreadable(node);
        return {
          at,
          kind: 'path',
          of: this.only(node),
          name: nameIn(name, this.#source),
          nameAt: { from: name.from, to: name.to },
        };
      }
      case 'FilterExpression': {
        const { left, right } = this.#pair(node);
        return { at, kind: 'filter', of: left, by: right };
      }
      case 'IfExpression': {
        const [condition, then, otherwise] = this.#parts(node, 3);
        if (!condition || !then || !otherwise) throw unreadable(node);
        return { at, kind: 'if', condition, then, otherwise };
      }
      case 'ForExpression':
        return { at, kind: 'for', bindings: this.#bindings(node), body: this.only(node) };
      case 'QuantifiedExpression':
        return {
          at,
          kind: hasChild(node, 'every') ? 'every' : 'some',
          bindings: this.#bindings(node),
          body: this.only(node),
        };
      case 'FunctionInvocation':
      case 'DateTimeLiteral':
        return this.#call(node, at);
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
        return { at, kind: 'function', parameters: this.#parameters(node), body: this.only(body) };
      }
      default:
        throw unreadable(node);
    }
  }

  #entry(node: SyntaxNode): { name: string; value: Syntax } {
    const key = node.getChild('Key');
    if (!key) throw unreadable(node);
    const literal = key.getChild('StringLiteral');
    const name = literal
      ? readString(this.#source.slice(literal.from, literal.to))
      : nameIn(key.getChild('Name') ?? key, this.#source);
    return { name, value: this.only(node) };
  }

  #simpleTest(node: SyntaxNode, at: Syntax['at']): Syntax {
    const range = node.getChild('Interval');
    if (range) return this.#interval(range, at);
    return { at, kind: 'comparison test', operator: this.#operatorIn(node), to: this.only(node) };
  }

  #interval(node: SyntaxNode, at: Syntax['at']): Syntax {
    const { left, right } = this.#pair(node);
    const brackets = this.#source.slice(node.from, node.to).trim();
    return {
      at,
      kind: 'interval',
      lower: left,
      upper: right,
      lowerIncluded: brackets.startsWith('['),
      upperIncluded: brackets.endsWith(']'),
    };
  }

  #arithmetic(node: SyntaxNode, at: Syntax['at']): Syntax {
    const sign = node.getChild('ArithOp');
    const operator = sign ? this.#source.slice(sign.from, sign.to) : '';
    if (onlyExpressions(node).length === 1) {
      if (operator === '-') return { at, kind: 'negation', of: this.only(node) };
      throw new Unreadable(errorAt(node, 'syntax', 'A “+” needs something on its left.'));
    }
    if (operator === '^') return { at, kind: 'arithmetic', operator: '**', ...this.#pair(node) };
    if (operator === '+' || operator === '-' || operator === '*' || operator === '/' || operator === '**') {
      return { at, kind: 'arithmetic', operator, ...this.#pair(node) };
    }
    throw unreadable(node);
  }

  #comparison(node: SyntaxNode, at: Syntax['at']): Syntax {
    if (hasChild(node, 'between')) {
      const [value, low, high] = this.#parts(node, 3);
      if (!value || !low || !high) throw unreadable(node);
      return { at, kind: 'between', value, low, high };
    }
    if (!hasChild(node, 'in'))
      return { at, kind: 'comparison', operator: this.#operatorIn(node), ...this.#pair(node) };
    const tests = node.getChild('PositiveUnaryTests') ?? node;
    return {
      at,
      kind: 'in',
      value: this.only(node),
      tests: tests.getChildren('PositiveUnaryTest').map((each) => this.only(each)),
    };
  }

  #operatorIn(node: SyntaxNode): ComparisonOperator {
    const operator = node.getChild('CompareOp');
    const text = operator ? this.#source.slice(operator.from, operator.to) : '';
    if (text === '=' || text === '!=' || text === '<' || text === '<=' || text === '>' || text === '>=')
      return text;
    throw unreadable(node);
  }

  #bindings(node: SyntaxNode): BindingSyntax[] {
    return (node.getChild('InExpressions')?.getChildren('InExpression') ?? []).map((binding) => {
      const name = binding.getChild('Name');
      const over = binding.getChild('IterationContext');
      if (!name || !over) throw unreadable(binding);
      const [from, to] = onlyExpressions(over).map((each) => this.#expression(each));
      if (!from) throw unreadable(over);
      return to ? { name: nameIn(name, this.#source), from, to } : { name: nameIn(name, this.#source), from };
    });
  }

  #call(node: SyntaxNode, at: Syntax['at']): Syntax {
    const literal = node.getChild('AtLiteral')?.getChild('StringLiteral');
    if (literal) return { at, kind: 'at', text: readString(this.#source.slice(literal.from, literal.to)) };
    const special = node.getChild('DateTimeConstructor') ?? node.getChild('SpecialFunctionName');
    const name = special && this.#source.slice(special.from, special.to).replace(/\s+/g, ' ');
    const callee: Syntax = name
      ? { at: { from: special.from, to: special.to }, kind: 'name', name }
      : this.only(node);
    return { at, kind: 'call', callee, args: this.#args(node) };
  }

  #args(node: SyntaxNode): ArgumentsSyntax {
    const named = node.getChild('NamedParameters');
    if (named) {
      return named.getChildren('NamedParameter').map((parameter) => {
        const name = parameter.getChild('ParameterName');
        return { name: name ? nameIn(name, this.#source) : '', value: this.only(parameter) };
      });
    }
    const positional = node.getChild('PositionalParameters');
    return positional ? onlyExpressions(positional).map((value) => ({ value: this.#expression(value) })) : [];
  }

  #parameters(node: SyntaxNode): ParameterSyntax[] {
    const formal = node.getChild('FormalParameters');
    return childrenOf(formal, 'FormalParameter').map((parameter) => {
      const name = nameIn(parameter.getChild('ParameterName') ?? parameter, this.#source);
      const type = parameter.getChild('Type');
      return type ? { name, type: readType(type, this.#source) } : { name };
    });
  }
}

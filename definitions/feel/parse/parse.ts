import type { Tree } from '@lezer/common';
import { parser, trackVariables } from 'lezer-feel';
import type { ValueType } from '../../flow/value-type.ts';
import { MAX_DEPTH, MAX_SOURCE } from '../limits.ts';
import type { ExpressionProblem } from '../problem.ts';
import { errorAt } from '../problem.ts';
import { bracketDepth } from './code.ts';
import { knownNames } from './known-names.ts';
import type { SyntaxResult } from './read.ts';
import { readExpression, readUnaryTests } from './read.ts';
import { syntaxProblem } from './syntax-problem.ts';
import type { Syntax, UnaryTestsSyntax } from './syntax.ts';
import { tooDeep } from './unreadable.ts';

/** What a source text came to: its syntax, or the one problem that kept it from being read. */
export type Parsed<S> = { readonly syntax: S } | { readonly problem: ExpressionProblem };

export interface Parser {
  expression(source: string): Parsed<Syntax>;
  unaryTests(source: string): Parsed<UnaryTestsSyntax>;
}

/**
 * A parser that knows the variables' names, and so reads `follow-up` or `date and time sent` as one name where a
 * variable is called so. Grammar: lezer-feel (DMN 1.5, 10.3.1.2).
 */
export function parserFor(types: { readonly [variable: string]: ValueType }): Parser {
  const grammar = grammarOver(types);
  return {
    expression: (source) => parse(source, grammar.expression, readExpression),
    unaryTests: (source) => parse(source, grammar.unaryTests, readUnaryTests),
  };
}

interface Grammar {
  expression(source: string): Tree;
  unaryTests(source: string): Tree;
}

function grammarOver(types: { readonly [variable: string]: ValueType }): Grammar {
  const contextTracker = trackVariables(knownNames(types));
  const expressions = parser.configure({ contextTracker });
  const tests = parser.configure({ contextTracker, top: 'UnaryTests' });
  return {
    expression: (source) => expressions.parse(source),
    unaryTests: (source) => tests.parse(source),
  };
}

/**
 * The bare trees of sources as `parserFor` reads them, whatever is wrong with them: for who shows what is what. Null
 * for what is too big or too deep to be looked at.
 */
export function treesFor(types: { readonly [variable: string]: ValueType }): {
  readonly [K in keyof Grammar]: (source: string) => Tree | null;
} {
  const grammar = grammarOver(types);
  const tree = (read: (source: string) => Tree) => (source: string) => {
    if (source.length > MAX_SOURCE || bracketDepth(source) > MAX_DEPTH) return null;
    try {
      return read(source);
    } catch {
      // As in `parse`.
      return null;
    }
  };
  return { expression: tree(grammar.expression), unaryTests: tree(grammar.unaryTests) };
}

function parse<S>(
  source: string,
  grammar: (text: string) => Tree,
  read: (tree: Tree, source: string) => SyntaxResult<S>,
): Parsed<S> {
  const whole = { from: 0, to: source.length };
  if (source.length > MAX_SOURCE) {
    return {
      problem: errorAt(
        whole,
        'too big',
        `This has ${source.length} characters; at most ${MAX_SOURCE} are read.`,
      ),
    };
  }
  if (bracketDepth(source) > MAX_DEPTH) return { problem: tooDeep(whole) };
  if (source.trim() === '') return { problem: errorAt(whole, 'syntax', 'There is no expression here.') };
  let tree: Tree;
  try {
    tree = grammar(source);
  } catch {
    // The grammar's context tracker throws on some malformed names.
    return { problem: errorAt(whole, 'syntax', 'This cannot be read as an expression.') };
  }
  // The grammar cuts off what is far deeper with a syntax error, which would say the wrong thing.
  if (depthOf(tree) > 2 * MAX_DEPTH) return { problem: tooDeep(whole) };
  const broken = syntaxProblem(tree, source);
  if (broken) return { problem: broken };
  return read(tree, source);
}

function depthOf(tree: Tree): number {
  const cursor = tree.cursor();
  let depth = 1;
  let most = 1;
  for (;;) {
    if (cursor.firstChild()) {
      depth += 1;
      most = Math.max(most, depth);
      continue;
    }
    while (!cursor.nextSibling()) {
      if (!cursor.parent()) return most;
      depth -= 1;
    }
  }
}

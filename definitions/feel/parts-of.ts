import type { ValueType } from '../flow/value-type.ts';
import type { Typed } from './check/plan.ts';
import { ExpressionChecker } from './check/check.ts';
import { meaningOf, namesIn, variableScope, type Scope } from './check/scope.ts';
import { checkTest } from './check/tests.ts';
import type { TypeEnvironment } from './compiler.ts';
import { parserFor } from './parse/parse.ts';
import type { Syntax } from './parse/syntax.ts';
import type { Span } from './problem.ts';
import { declarable } from './type/feel-type.ts';

/** How a source is read: as an expression, or as a table cell's tests of an input of this type. */
export type ReadAs = { readonly kind: 'expression' } | { readonly kind: 'tests'; readonly input: ValueType };

/** A place where an expression names a declared variable. Offsets are of its source; the name is as declared. */
export interface NamedPlace extends Span {
  readonly name: string;
  /** In a filter of a list of which nothing is known: an entry of its items is meant instead, if they have one of that name. */
  readonly isPerhapsEntry?: true;
}

/** A part of an expression, the whole included: what it is, and what it could name. */
export interface ExpressionPart {
  readonly syntax: Syntax;
  /** What is known of its value. */
  readonly type: ValueType;
  /** Every name in sight of it, with its type, the nearest first; worked out when asked. */
  namesInSight(): readonly { readonly name: string; readonly type: ValueType }[];
}

/** What a source that can be read is made of. */
export interface ReadParts {
  /** The tests of a cell, or the one expression. */
  readonly tops: readonly Syntax[];
  readonly parts: ReadonlyMap<Syntax, ExpressionPart>;
  /** In the order of the source. */
  readonly names: readonly NamedPlace[];
}

/** Takes sources over the same variables apart; what they share is prepared once. Null: it cannot be read. */
export interface PartsReader {
  read(source: string, as: ReadAs): ReadParts | null;
}

/** A reader of sources over these variables. What is wrong with their types does not keep it from reading. */
export function partsReader(types: TypeEnvironment): PartsReader {
  const parser = parserFor(types);
  const scope = variableScope(types);
  return {
    read(source, as) {
      if (as.kind === 'expression') {
        const parsed = parser.expression(source);
        if ('problem' in parsed) return null;
        const watcher = new Watcher();
        watcher.check(parsed.syntax, scope, 'bare');
        return watcher.seen([parsed.syntax]);
      }
      const parsed = parser.unaryTests(source);
      if ('problem' in parsed) return null;
      const watcher = new Watcher({ type: as.input, slot: 0 });
      const tests = parsed.syntax.kind === 'any' ? [] : parsed.syntax.tests;
      for (const test of tests) checkTest(test, as.input, scope, watcher);
      return watcher.seen(tests);
    },
  };
}

/** Follows a check, and keeps what it learns of each part. */
class Watcher extends ExpressionChecker {
  readonly #parts = new Map<Syntax, ExpressionPart>();
  readonly #names = new Map<number, NamedPlace>();

  override check(syntax: Syntax, scope: Scope, bare?: 'bare'): Typed {
    const typed = super.check(syntax, scope, bare);
    this.#parts.set(syntax, {
      syntax,
      type: declarable(typed.type),
      namesInSight: () => inSight(scope),
    });
    const named = this.#names.get(syntax.at.from);
    if (typed.plan.op === 'entry or else' && named !== undefined)
      this.#names.set(syntax.at.from, { ...named, isPerhapsEntry: true });
    return typed;
  }

  override use(variable: string, at: Span): void {
    super.use(variable, at);
    this.#names.set(at.from, { name: variable, from: at.from, to: at.to });
  }

  seen(tops: readonly Syntax[]): ReadParts {
    return { tops, parts: this.#parts, names: [...this.#names.values()].sort((a, b) => a.from - b.from) };
  }
}

function inSight(scope: Scope): readonly { readonly name: string; readonly type: ValueType }[] {
  return [...new Set(namesIn(scope))].flatMap((name) => {
    const meaning = meaningOf(name, scope);
    return meaning === undefined ? [] : [{ name: meaning.variable ?? name, type: declarable(meaning.type) }];
  });
}

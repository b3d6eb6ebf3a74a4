import { compileTable, type CompiledTable } from '../decision/compile.ts';
import type { DecisionTable } from '../decision/table.ts';
import { compileExpression, type CompiledExpression, type TypeEnvironment } from '../feel/compile.ts';
import type { WordList } from '../flow/word-list.ts';
import type { WordTrouble } from './word-lists.ts';

/**
 * What expressions and tables are compiled to, each once. Who checks again and again what changes little keeps one and
 * calls `newCheck` before each check: what the check before compiled is not compiled again, and what two checks on end
 * did not ask for is let go.
 */
export class Compiling {
  #expressions = new Generations<CompiledExpression>();
  #tables = new Generations<CompiledTable>();
  #keys = new WeakMap<TypeEnvironment, string>();
  /** Canonical JSON of what was looked at before. */
  readonly written = new WeakMap<object, string>();
  /** What was found in word lists that were looked at before. */
  readonly words = new WeakMap<WordList, readonly WordTrouble[]>();

  newCheck(): void {
    this.#expressions.turn();
    this.#tables.turn();
  }

  expression(source: string, types: TypeEnvironment): CompiledExpression {
    return this.#expressions.get(this.#keyOf(types), source, () => compileExpression(source, types));
  }

  table(table: DecisionTable, types: TypeEnvironment): CompiledTable {
    return this.#tables.get(this.#keyOf(types), JSON.stringify(table), () => compileTable(table, types));
  }

  #keyOf(types: TypeEnvironment): string {
    const key = this.#keys.get(types) ?? JSON.stringify(types);
    this.#keys.set(types, key);
    return key;
  }
}

/** Keeps by two keys what was asked for since the turn before the last. */
class Generations<T> {
  #now = new Map<string, Map<string, T>>();
  #before = new Map<string, Map<string, T>>();

  turn(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  get(outer: string, inner: string, make: () => T): T {
    const now = this.#now.get(outer) ?? new Map<string, T>();
    this.#now.set(outer, now);
    const found = now.get(inner) ?? this.#before.get(outer)?.get(inner) ?? make();
    now.set(inner, found);
    return found;
  }
}

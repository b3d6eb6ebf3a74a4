import type { TableInput } from '../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../definitions/feel/compiler.ts';

type Looking = Pick<TableInput, 'name' | 'expression'>;

/**
 * The names that lead to the value of an input, if it is a value by itself (`facts.topic`); null: it is worked out
 * (`now() - said at`).
 */
export function pathOf({ name, expression }: Looking, types: TypeEnvironment): readonly string[] | null {
  return expression === undefined ? [name] : pathIn(expression, types);
}

/**
 * The name under which it is said what an input comes to that is worked out: the same for all that are worked out alike.
 */
export function workedOutName({ expression = '' }: Looking): string {
  const code = [...expression.trim()].map((sign) => sign.codePointAt(0)?.toString(16) ?? '');
  return `tried x${code.join('x')}`;
}

/** The input, looking at what is said in its place. */
export function saidInstead(input: TableInput): TableInput {
  return { ...input, expression: workedOutName(input) };
}

/** The names that lead to a value, if an expression is nothing but them. */
function pathIn(expression: string, types: TypeEnvironment): readonly string[] | null {
  const names = expression.split('.').map((name) => name.trim());
  const isPath = names.every((name) => /^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(name));
  return isPath && Object.hasOwn(types, names[0] ?? '') ? names : null;
}

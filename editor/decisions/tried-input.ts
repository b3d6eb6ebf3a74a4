import type { TableInput } from '../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../definitions/feel/compiler.ts';

/**
 * Where the value of an input is put when a table is tried: the names that lead to it, if it is a value by itself
 * (`facts.topic`). What is worked out (`now() - said at`) is said as what it comes to, under a name of its own.
 */
export function triedAt(
  { name, expression }: Pick<TableInput, 'name' | 'expression'>,
  place: number,
  types: TypeEnvironment,
): readonly string[] {
  if (expression === undefined) return [name];
  return pathIn(expression, types) ?? [workedOutName(place)];
}

/** The input as it is tried: one that is worked out looks at what is said in its place. */
export function triedInput(input: TableInput, place: number, types: TypeEnvironment): TableInput {
  const { expression } = input;
  if (expression === undefined || pathIn(expression, types) !== null) return input;
  return { ...input, expression: workedOutName(place) };
}

/** What is said in the place of inputs that are worked out. */
export function triedTypes(inputs: readonly TableInput[], types: TypeEnvironment): TypeEnvironment {
  const said = inputs.flatMap((input, place) =>
    triedInput(input, place, types) === input ? [] : [[workedOutName(place), input.type] as const],
  );
  return { ...types, ...Object.fromEntries(said) };
}

function workedOutName(place: number): string {
  return `tried input ${place + 1}`;
}

/** The names that lead to a value, if an expression is nothing but them. */
function pathIn(expression: string, types: TypeEnvironment): readonly string[] | null {
  const names = expression.split('.').map((name) => name.trim());
  const isPath = names.every((name) => /^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(name));
  return isPath && Object.hasOwn(types, names[0] ?? '') ? names : null;
}

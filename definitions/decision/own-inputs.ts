import type { TypeEnvironment } from '../feel/compiler.ts';
import type { DecisionTable } from './table.ts';

/** The inputs that are variables of their own names, having no expression, by their types. */
export function ownInputs({ inputs }: Pick<DecisionTable, 'inputs'>): TypeEnvironment {
  return Object.fromEntries(
    inputs.flatMap(({ name, type, expression }) => (expression === undefined ? [[name, type] as const] : [])),
  );
}

/** What cells may name beside `?`: the variables given to the table, and over them its own inputs. */
export function cellTypes(table: Pick<DecisionTable, 'inputs'>, types: TypeEnvironment): TypeEnvironment {
  return { ...types, ...ownInputs(table) };
}

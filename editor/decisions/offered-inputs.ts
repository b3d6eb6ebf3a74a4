import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../definitions/feel/compiler.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { spokenName } from '../../definitions/flow/spoken-name.ts';

/** A value that a table is given and could look at: as an input it is called `name`. */
export interface OfferedInput {
  readonly name: string;
  /** Absent: the value of that name. */
  readonly expression?: string;
  readonly type: ValueType;
}

/** The values that a flow gives a table and no input looks at yet, those within them, and how long ago moments were. */
export function offeredInputs(
  { inputs }: Pick<DecisionTable, 'inputs'>,
  types: TypeEnvironment,
): readonly OfferedInput[] {
  const lookedAt = new Set(inputs.map(({ name, expression }) => (expression ?? name).trim()));
  return Object.entries(types)
    .flatMap(([name, type]): OfferedInput[] => {
      if (type.type !== 'context') return [{ name, type }];
      return Object.entries(type.fields).map(([field, of]) => ({
        name: spokenName(field),
        expression: `${name}.${field}`,
        type: of,
      }));
    })
    .flatMap((input) => [input, ...sinceThen(input)])
    .filter(({ name, expression }) => !lookedAt.has(expression ?? name));
}

/** How long ago a moment was: of that rules ask more often than of the moment itself. */
function sinceThen({ name, expression = name, type }: OfferedInput): readonly OfferedInput[] {
  if (type.type !== 'date and time') return [];
  const since = drawingWords.decisions.columns.since(name);
  return [{ name: since, expression: `now() - ${expression}`, type: { type: 'days and time duration' } }];
}

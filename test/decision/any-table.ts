import fc from 'fast-check';
import { HIT_POLICIES } from '../../definitions/decision/table.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';

/** Texts as people and programs write them, and what a spreadsheet, CSV, XML or JSON could take for its own. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    '-',
    '=5',
    '-3',
    '+3',
    '@"2026-01-31"',
    '=SUM(A1:A9)',
    "'=5",
    "''-",
    "'north'",
    "'-",
    '"north", "south"',
    '< 3, > 5',
    'TRUE',
    'true',
    '0.10',
    '1e5',
    '2026-01-31',
    '1/2',
    ' leading',
    'trailing\t',
    'two\nlines',
    'two\r\nlines',
    'a;b,c\td',
    '_x000D_',
    '_x000d_',
    '<b>&amp;',
    ']]>',
    '\u0000',
    '\uFEFF',
    '\uD800',
  ),
);
/** A cell in which something stands, or nothing at all. */
const anyCell = anyText.map((text) => (text.trim() === '' ? '' : text));
const anyName = anyText.map((text) => text.trim()).filter((text) => text !== '');

export const anyType: fc.Arbitrary<ValueType> = fc.letrec<{ type: ValueType }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<ValueType>(
      { type: 'number' },
      { type: 'boolean' },
      { type: 'date' },
      { type: 'time' },
      { type: 'date and time' },
      { type: 'days and time duration' },
      { type: 'years and months duration' },
      { type: 'text' },
      { type: 'any' },
      { type: 'string' },
    ),
    fc.array(anyText, { maxLength: 4 }).map((allowed): ValueType => ({ type: 'string', allowed })),
    tie('type').map((of): ValueType => ({ type: 'list', of })),
    fc
      .dictionary(anyText, tie('type'), { maxKeys: 3 })
      .map((fields): ValueType => ({ type: 'context', fields })),
  ),
})).type;

const ids = (length: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(anyName, { minLength: length, maxLength: length });
const orAbsent = <K extends string>(name: K, value: fc.Arbitrary<string>) =>
  fc.option(value, { nil: undefined }).map((given): { readonly [P in K]?: string } => {
    const part: { [P in K]?: string } = {};
    if (given !== undefined) part[name] = given;
    return part;
  });

/** Any table whose rows have as many cells as there are columns, whatever stands in them. */
export const anyTable: fc.Arbitrary<DecisionTable> = fc
  .record({ inputs: fc.nat(3), outputs: fc.integer({ min: 1, max: 3 }), rows: fc.nat(5) })
  .chain((count) =>
    fc
      .tuple(
        fc.record({ id: anyName, name: anyName, hitPolicy: fc.constantFrom(...HIT_POLICIES) }),
        orAbsent('description', anyName),
        fc.constantFrom(
          {},
          {},
          ...(['sum', 'min', 'max', 'count'] as const).map((aggregation) => ({ aggregation })),
        ),
        ids(count.inputs + count.outputs),
        fc.array(fc.tuple(anyName, anyType, orAbsent('expression', anyName)), {
          minLength: count.inputs,
          maxLength: count.inputs,
        }),
        fc.array(fc.tuple(anyName, anyType, orAbsent('default', anyName)), {
          minLength: count.outputs,
          maxLength: count.outputs,
        }),
        ids(count.rows),
        fc.array(
          fc.tuple(
            fc.array(anyCell, { minLength: count.inputs, maxLength: count.inputs }),
            fc.array(anyCell, { minLength: count.outputs, maxLength: count.outputs }),
            orAbsent('annotation', anyName),
          ),
          { minLength: count.rows, maxLength: count.rows },
        ),
      )
      .map(([head, description, aggregation, columns, inputs, outputs, rowIds, rows]): DecisionTable => ({
        ...head,
        ...description,
        ...(head.hitPolicy === 'collect' && aggregation),
        inputs: inputs.map(([name, type, expression], i) => ({
          id: columns[i] ?? '',
          name,
          type,
          ...expression,
        })),
        outputs: outputs.map(([name, type, otherwise], i) => ({
          id: columns[count.inputs + i] ?? '',
          name,
          type,
          ...otherwise,
        })),
        rows: rows.map(([when, then, annotation], i) => ({ id: rowIds[i] ?? '', when, then, ...annotation })),
      })),
  );

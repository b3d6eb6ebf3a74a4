import fc from 'fast-check';
import { compileTable } from '../../definitions/decision/compile.ts';
import { HIT_POLICIES, type DecisionTable } from '../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../definitions/feel/compile.ts';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';

/** A column with the cells that it may have, and values that stand for all that those cells tell apart. */
interface Column {
  readonly name: string;
  readonly type: ValueType;
  readonly cells: readonly string[];
  /** Cells that ask more than fixed values. */
  readonly conditions: readonly string[];
  readonly domain: readonly Json[];
}

const COLUMNS: readonly Column[] = [
  {
    name: 'flag',
    type: { type: 'boolean' },
    cells: ['-', '-', 'true', 'false', 'not(true)', 'null', 'not(null)', 'true, false'],
    conditions: ['known'],
    domain: [true, false],
  },
  {
    name: 'tier',
    type: { type: 'string', allowed: ['gold', 'silver', 'tin'] },
    cells: [
      '-',
      '-',
      '"gold"',
      '"tin"',
      '"gold", "silver"',
      '["silver", "tin"]',
      'not("gold")',
      '"lead"',
      '!= "tin"',
    ],
    conditions: ['starts with(?, "g")', 'favourite'],
    domain: ['gold', 'silver', 'tin'],
  },
  {
    name: 'town',
    type: { type: 'string' },
    cells: ['-', '"here"', '"there"', 'not("here")', 'not("here", "there")', '? = "here" or ? = null'],
    conditions: ['string length(?) > 4', '< "i"', '? < "i"'],
    domain: ['here', 'there', 'anything else', 'a', 'zoo'],
  },
  {
    name: 'amount',
    type: { type: 'number' },
    cells: ['-', '< 1', '>= 1', '[1..2]', '(1..2)', '> 2', '2', '< 1, > 2', 'not([1..2])', '[2..1]', '1, 2', '!= 1',
      '? > 1 and ? <= 2', 'not(? >= 1)', '1 + 1', 'null, < 2', '? in (1, (1..2))'], // prettier-ignore
    conditions: ['modulo(?, 2) = 0', '> limit', '< limit', 'if flag then ? > 1 else true'],
    domain: [-1, 0, 0.5, 1, 1.5, 2, 3, 4],
  },
  {
    name: 'day',
    type: { type: 'date' },
    cells: ['-', '< @"2026-03-02"', '>= date("2026-03-02")', '@"2026-03-03"', '[@"2026-03-01"..@"2026-03-02"]',
      '> @"2026-03-02"'], // prettier-ignore
    conditions: ['day of week(?) = "Monday"'],
    domain: ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'],
  },
  {
    name: 'at',
    type: { type: 'time' },
    cells: [
      '-',
      '< @"09:00:00"',
      '@"09:00:00"',
      '[@"09:00:00"..@"17:00:00"]',
      '> @"17:00:00"',
      'not(@"09:00:00")',
    ],
    conditions: ['?.hour > 12'],
    domain: ['00:00:00', '08:59:59', '09:00:00', '09:00:00.0005', '09:00:00.001', '12:00:00', '17:00:00', '17:00:01', '23:59:59'], // prettier-ignore
  },
  {
    name: 'sent',
    type: { type: 'date and time' },
    cells: ['-', '< @"2026-03-01T10:00:00Z"', '@"2026-03-01T11:00:00+01:00"', '> @"2026-03-01T10:00:00Z"',
      '>= date and time("2026-03-02T00:00:00Z")', '!= @"2026-03-02T00:00:00Z"'], // prettier-ignore
    conditions: ['> now()'],
    domain: ['2026-03-01T09:00:00Z', '2026-03-01T10:00:00Z', '2026-03-01T10:00:00.0005Z', '2026-03-01T10:00:00.001Z',
      '2026-03-01T12:00:00Z', '2026-03-02T00:00:00Z', '2026-03-02T00:00:00.0005Z', '2026-03-02T01:00:00+01:00',
      '2026-03-03T00:00:00Z'], // prettier-ignore
  },
  {
    name: 'due',
    type: { type: 'days and time duration' },
    cells: ['-', '< @"PT1H"', '[@"PT1H"..duration("PT2H")]', '> @"P1D"', '@"PT60M"'],
    conditions: ['?.days > 1'],
    domain: ['-PT1H', 'PT0S', 'PT1H', 'PT90M', 'PT2H', 'PT3H', 'P1D', 'P2D'],
  },
  {
    name: 'term',
    type: { type: 'years and months duration' },
    cells: ['-', '< @"P1Y"', '@"P12M"', '> @"P1Y"', '> @"P1Y1M"'],
    conditions: ['?.years = 1'],
    domain: ['P0M', 'P11M', 'P1Y', 'P13M', 'P14M'],
  },
  {
    name: 'tags',
    type: { type: 'list', of: { type: 'string' } },
    cells: ['-', 'list contains(?, "tv")', 'not(list contains(?, "tv"))', 'null', 'list contains(?, "net"), list contains(?, "tv")',
      'list contains(?, "net") and not(list contains(?, "tv"))', 'not(null)'], // prettier-ignore
    conditions: ['count(?) > 1', 'some tag in ? satisfies tag = favourite', '["tv"]'],
    domain: [[], ['tv'], ['net'], ['tv', 'net'], ['else'], ['tv', 'else'], ['net', 'else']],
  },
];

/** What the conditions read beside the inputs. */
const OUTSIDE: TypeEnvironment = {
  limit: { type: 'number' },
  known: { type: 'boolean' },
  favourite: { type: 'string' },
};
const OUTSIDE_SCOPES: readonly JsonObject[] = [
  { limit: 1, known: true, favourite: 'gold' },
  { limit: 2, known: false, favourite: null },
];
const LEVELS = ['now', 'today', 'later'];

/** A small table; `conditions` says whether cells may ask more than fixed values. */
export function anyTable(conditions: boolean): fc.Arbitrary<DecisionTable> {
  return fc
    .record({
      columns: fc.subarray([...COLUMNS], { minLength: 1, maxLength: 3 }),
      hitPolicy: fc.constantFrom(...HIT_POLICIES),
      rows: fc.integer({ min: 1, max: 6 }),
      hasDefault: fc.boolean(),
    })
    .chain(({ columns, hitPolicy, rows, hasDefault }) =>
      fc
        .array(
          fc.tuple(
            fc.tuple(...columns.map((column) => cellOf(column, conditions))),
            fc.constantFrom('"now"', '"today"', '"later"'),
          ),
          { minLength: rows, maxLength: rows },
        )
        .map((cells): DecisionTable => ({
          id: 'table',
          name: 'Table',
          hitPolicy,
          inputs: columns.map(({ name, type }) => ({ id: `in-${name}`, name, type })),
          outputs: [
            {
              id: 'out',
              name: 'when',
              type: { type: 'string', allowed: LEVELS },
              ...(hasDefault ? { default: '"later"' } : {}),
            },
          ],
          rows: cells.map(([when, then], i) => ({ id: `r${i + 1}`, when, then: [then] })),
        })),
    );
}

function cellOf({ cells, conditions }: Column, more: boolean): fc.Arbitrary<string> {
  const plain = fc.constantFrom(...cells);
  return more
    ? fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: fc.constantFrom(...conditions) })
    : plain;
}

export function typesOf({ inputs }: DecisionTable): TypeEnvironment {
  return { ...OUTSIDE, ...Object.fromEntries(inputs.map(({ name, type }) => [name, type])) };
}

/** Inputs that stand for all there are: every value of each column with every one of the others. */
export function everyInput({ inputs }: DecisionTable, withMissing: boolean): JsonObject[] {
  return inputs.reduce<JsonObject[]>(
    (scopes, { name }) => {
      const domain = COLUMNS.find((column) => column.name === name)?.domain ?? [];
      const values = withMissing ? [...domain, null] : domain;
      return scopes.flatMap((scope) => values.map((value) => ({ ...scope, [name]: value })));
    },
    [{}],
  );
}

/** What a table comes to, and which rows fit, whatever else is given. */
export interface Answer {
  readonly hits: readonly string[];
  readonly value: Json;
  readonly counted: readonly string[];
}

/** Answers for one input under everything that may be given beside it. */
export function answering(table: DecisionTable): (scope: JsonObject) => readonly Answer[] {
  const types = typesOf(table);
  const compiled = compileTable(table, types);
  const { default: _, ...output } = table.outputs[0] ?? { id: 'out', name: 'when', type: { type: 'any' } };
  const listing = compileTable({ ...table, hitPolicy: 'rule order', outputs: [output] }, types);
  return (scope) =>
    OUTSIDE_SCOPES.map((outside) => {
      const given = { ...outside, ...scope };
      const { value, rows } = compiled.evaluate(given, 0);
      return { hits: listing.evaluate(given, 0).rows, value, counted: rows };
    });
}

/** The variables that a witness gives. */
export function scopeOf(
  table: DecisionTable,
  witness: { readonly [input: string]: { readonly json: Json } } | undefined,
): JsonObject {
  if (witness === undefined) throw new Error('The finding shows no input.');
  return Object.fromEntries(table.inputs.map(({ id, name }) => [name, witness[id]?.json ?? null]));
}

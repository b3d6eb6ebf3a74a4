import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTable } from '../../definitions/decision/json/format-table.ts';
import { readTableText } from '../../definitions/decision/json/read-table.ts';
import { losesMember } from '../../definitions/flow/json-members.ts';
import { jsonPlaces } from '../../definitions/flow/json-place.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import { projectRoot } from '../../engine/local/project-root.ts';
import { anyTable } from './any-table.ts';
import { OWNER } from './tables.ts';
import { FUZZ_TIME, fuzzRuns } from '../setup/fuzz.ts';

const RUNS = fuzzRuns(400);
const TEXT = formatTable(OWNER);

describe('a table as text', () => {
  it('reads as the table it was written from, whatever stands in it', FUZZ_TIME, () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const { table: back, issues } = readTableText(formatTable(table));
        if (losesMember(table)) {
          expect(back).toBeNull();
          expect(issues).toMatchObject([{ message: expect.stringContaining('__proto__') }]);
        } else expect({ back, issues }).toEqual({ back: table, issues: [] });
      }),
      { numRuns: RUNS },
    );
  });

  it('is refused where a name would be lost on the way, and says which', () => {
    const type = '{ "type": "context", "fields": { "__proto__": { "type": "number" } } }';
    const { table, issues } = readTableText(TEXT.replace('{ "type": "number" }', type));
    expect(table).toBeNull();
    expect(issues).toMatchObject([{ code: 'ill-formed', severity: 'error' }]);
  });

  it('has a line for each column and each row, members in one order', () => {
    const mixed = { rows: [{ then: ['1'], when: ['-'], id: 'a', annotation: 'why' }], name: 'N', id: 'n' };
    const table = { ...mixed, hitPolicy: 'first' as const, inputs: OWNER.inputs.slice(1), outputs: [] };
    expect(formatTable(table)).toBe(
      [
        '{',
        '  "id": "n",',
        '  "name": "N",',
        '  "hitPolicy": "first",',
        '  "inputs": [',
        '    { "id": "in-severity", "name": "severity", "type": { "type": "number" } }',
        '  ],',
        '  "outputs": [],',
        '  "rows": [',
        '    { "id": "a", "when": ["-"], "then": ["1"], "annotation": "why" }',
        '  ]',
        '}',
        '',
      ].join('\n'),
    );
  });

  it.each(Object.values(mentionCare().tables))('is how “$name” ships', (table) => {
    const file = join(projectRoot, `definitions/library/mention-care/tables/${table.id}.table.json`);
    expect(readFileSync(file, 'utf8')).toBe(formatTable(table));
  });

  it.each<[string, string, object]>([
    ['nothing', '', { code: 'unreadable file', place: { line: 1, character: 1 } }],
    ['a comma too few', TEXT.replace('"owner",', '"owner"'), { place: { line: 3, character: 3 } }],
    ['the end missing', TEXT.slice(0, 60), { code: 'unreadable file' }],
    ['no object', '[]', { code: 'ill-formed', place: { line: 1, character: 1 } }],
    ['a strange member', TEXT.replace('"when"', '"wenn"'), { code: 'ill-formed', place: { line: 14 } }],
    [
      'a type that is none',
      TEXT.replace('{ "type": "number" }', '{ "type": "nubmer" }'),
      { place: { line: 7 } },
    ],
    ['no rows', '{\n "id": "a"\n}', { code: 'ill-formed', place: { line: 1, character: 1 } }],
    [
      'types without end',
      TEXT.replace('{ "type": "number" }', '{ "type": "list", "of": '.repeat(300) + '1' + '}'.repeat(300)),
      { message: expect.stringMatching(/100 levels/) },
    ],
    [
      'too many rows',
      JSON.stringify({ ...OWNER, rows: Array.from({ length: 200_000 }, () => 0) }),
      { code: 'too large' },
    ],
  ])('is refused with its place: %s', (_what, text, issue) => {
    const { table, issues } = readTableText(text);
    expect(table).toBeNull();
    expect(issues[0]).toMatchObject({ severity: 'error', ...issue });
  });

  it('tells where its parts stand', () => {
    const { placesOf } = readTableText(TEXT);
    const places = placesOf([
      { part: 'when', row: 'r2', column: 'in-severity' },
      { part: 'then', row: 'r1', column: 'out-due' },
      { part: 'input', column: 'in-region' },
      { part: 'shape' },
    ]);
    const shown = places.map(({ line = 0, character = 0 }) =>
      TEXT.split('\n')[line - 1]?.slice(character - 1),
    );
    expect(shown.map((text) => text?.slice(0, 11))).toEqual([
      '"< 5"], "th',
      '"@\\"PT8H\\""',
      '{ "id": "in',
      '{',
    ]);
    expect(jsonPlaces('{"a": {"b": [1, [2]]}, "c": "x"}', [['a', 'b', 1, 0], ['c'], ['d']])).toEqual([
      { line: 1, character: 18 },
      { line: 1, character: 29 },
      undefined,
    ]);
  });

  it('is read or refused, whatever is changed in it', FUZZ_TIME, () => {
    const put = fc.constantFrom(
      '',
      '"',
      ',',
      '{',
      '}',
      '[',
      ']',
      ':',
      '\\',
      '\n',
      'null',
      '1e999',
      '\u0000',
      '{"__proto__": 1}',
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(TEXT.length), fc.nat(9), put), { minLength: 1, maxLength: 6 }),
        (slips) => {
          let text = TEXT;
          for (const [at, drop, more] of slips) text = text.slice(0, at) + more + text.slice(at + drop);
          for (const { message, place } of readTableText(text).issues) {
            expect(message).toMatch(/\S\.$/);
            expect(place.line).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});

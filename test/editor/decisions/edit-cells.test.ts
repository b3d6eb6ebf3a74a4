import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import { BOUNDS } from '../../../definitions/flow/bounds.ts';
import { gridColumns, textAt } from '../../../editor/decisions/cells.ts';
import { cleared, copied, filledDown, pasted, withCell } from '../../../editor/decisions/edit-cells.ts';
import type { Area } from '../../../editor/decisions/selection.ts';
import { anyTable, anyText } from '../../decision/any-table.ts';
import { OWNER } from '../../decision/tables.ts';

const newIds = (): (() => string) => {
  let number = 0;
  return () => `new-${(number += 1)}`;
};
const [region, severity, team] = gridColumns(OWNER);
const whole = (table: DecisionTable): Area => ({
  top: 0,
  left: 0,
  bottom: table.rows.length - 1,
  right: gridColumns(table).length - 1,
});
/** A table with a row at least, and an area of it. */
const tableAndArea = anyTable
  .filter(({ rows }) => rows.length > 0)
  .chain((table) => {
    const place = fc.record({
      row: fc.nat(table.rows.length - 1),
      column: fc.nat(gridColumns(table).length - 1),
    });
    return fc.tuple(fc.constant(table), place, place);
  })
  .map(([table, one, other]): [DecisionTable, Area] => [
    table,
    {
      top: Math.min(one.row, other.row),
      bottom: Math.max(one.row, other.row),
      left: Math.min(one.column, other.column),
      right: Math.max(one.column, other.column),
    },
  ]);

describe('a cell', () => {
  it('is changed alone; all other rows stay the same objects, and no change is none', () => {
    if (severity === undefined || region === undefined) throw new Error('There are two inputs.');
    const changed = withCell(OWNER, 1, severity, ' < 7 ');
    expect(changed.rows[1]).toEqual({ ...OWNER.rows[1], when: ['"south"', '< 7'] });
    expect(changed.rows[0]).toBe(OWNER.rows[0]);
    expect(changed.rows[2]).toBe(OWNER.rows[2]);
    expect(withCell(OWNER, 1, severity, '< 5')).toBe(OWNER);
    expect(withCell(OWNER, 2, region, '')).toBe(OWNER);
    expect(withCell(OWNER, 9, severity, '1')).toBe(OWNER);
  });

  it('of the notes goes when nothing is left of it', () => {
    const [note] = gridColumns(OWNER).slice(-1);
    if (note === undefined) throw new Error('There is a column of notes.');
    const noted = withCell(OWNER, 0, note, 'why');
    expect(noted.rows[0]).toEqual({ ...OWNER.rows[0], annotation: 'why' });
    expect(withCell(noted, 0, note, ' ').rows[0]).toEqual(OWNER.rows[0]);
  });
});

describe('a range', () => {
  it('that is copied and pasted over itself changes nothing but blanks around texts', () => {
    fc.assert(
      fc.property(tableAndArea, ([table, area]) => {
        const texts = copied(table, null, area);
        const done = pasted(table, null, area, texts, newIds());
        if ('refusal' in done) throw new Error(done.refusal.why);
        const trimmed = texts.map((row) => row.map((text) => text.trim() || '-'));
        expect(copied(done.table, null, area).map((row) => row.map((text) => text.trim() || '-'))).toEqual(
          trimmed,
        );
        expect(done.table.rows.map(({ id }) => id)).toEqual(table.rows.map(({ id }) => id));
      }),
    );
  });

  it('that is emptied leaves all cells outside of it alone', () => {
    fc.assert(
      fc.property(tableAndArea, ([table, area]) => {
        const empty = cleared(table, null, area);
        empty.rows.forEach((row, at) =>
          gridColumns(table).forEach((column, index) => {
            const isIn = at >= area.top && at <= area.bottom && index >= area.left && index <= area.right;
            const was = table.rows[at];
            if (was === undefined) throw new Error('No row was added.');
            expect(textAt(row, column)).toBe(
              isIn ? (column.kind === 'input' ? '-' : '') : textAt(was, column),
            );
          }),
        );
      }),
    );
  });

  it('is filled down from its first row, and a single row from the one above', () => {
    const filled = filledDown(OWNER, null, { top: 0, left: 2, bottom: 2, right: 2 });
    expect(filled.rows.map(({ then }) => then[0])).toEqual(['"field"', '"field"', '"field"']);
    expect(filled.rows[0]).toBe(OWNER.rows[0]);
    const one = filledDown(OWNER, null, { top: 1, left: 2, bottom: 1, right: 2 });
    expect(one.rows.map(({ then }) => then[0])).toEqual(['"field"', '"field"', '"lead"']);
    expect(filledDown(OWNER, null, { top: 0, left: 0, bottom: 0, right: 0 })).toBe(OWNER);
  });
});

describe('what is pasted', () => {
  it('adds the rows that it needs below the last, with ids of their own', () => {
    const done = pasted(
      OWNER,
      null,
      { top: 2, left: 2, bottom: 2, right: 2 },
      [['"a"'], ['"b"'], ['"c"']],
      newIds(),
    );
    if ('refusal' in done) throw new Error(done.refusal.why);
    expect(done.added).toBe(2);
    expect(done.table.rows.map(({ id, then }) => [id, then[0]])).toEqual([
      ['r1', '"field"'],
      ['r2', '"desk"'],
      ['r3', '"a"'],
      ['new-1', '"b"'],
      ['new-2', '"c"'],
    ]);
    expect(done.table.rows[3]?.when).toEqual(['-', '-']);
    expect(done.table.rows[0]).toBe(OWNER.rows[0]);
  });

  it('fills all of the range if it is one cell', () => {
    const done = pasted(OWNER, null, whole(OWNER), [['x']], newIds());
    expect(
      'table' in done &&
        done.table.rows.every(({ when, then }) => [...when, ...then].every((t) => t === 'x')),
    ).toBe(true);
  });

  it('goes to the rows that are shown, and leaves those between them alone', () => {
    const done = pasted(
      OWNER,
      [0, 2],
      { top: 0, left: 2, bottom: 0, right: 2 },
      [['"a"'], ['"b"'], ['"c"']],
      newIds(),
    );
    if ('refusal' in done) throw new Error(done.refusal.why);
    expect(done.table.rows.map(({ then }) => then[0])).toEqual(['"a"', '"desk"', '"b"', '"c"']);
  });

  it('is refused past the bounds of a table, or where columns are missing', () => {
    if (team === undefined) throw new Error('There is an output.');
    const at = { top: 0, left: 0, bottom: 0, right: 0 };
    const rows = Array.from({ length: BOUNDS.tableRows + 1 }, () => ['-']);
    expect(pasted(OWNER, null, at, rows, newIds())).toEqual({
      refusal: { why: 'too many rows', rows: BOUNDS.tableRows + 1, most: BOUNDS.tableRows },
    });
    expect(pasted(OWNER, null, { ...at, left: 3 }, [['1', '2', '3']], newIds())).toEqual({
      refusal: { why: 'too many columns', columns: 3, room: 2 },
    });
    expect(pasted(OWNER, null, { ...at, left: 3 }, [['1', '2', ' ', '']], newIds())).toHaveProperty('table');
    expect(pasted(OWNER, null, at, [['x'.repeat(BOUNDS.feelCharacters + 1)]], newIds())).toHaveProperty(
      'refusal',
    );
  });

  it('comes to rows that have a cell for every column, whatever it is', () => {
    const cells = fc.array(fc.array(anyText, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(tableAndArea, cells, ([table, area], brought) => {
        const done = pasted(table, null, area, brought, newIds());
        if ('refusal' in done) return;
        for (const { when, then } of done.table.rows)
          expect([when.length, then.length]).toEqual([table.inputs.length, table.outputs.length]);
      }),
    );
  });
});

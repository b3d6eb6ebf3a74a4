import { describe, expect, it } from 'vitest';
import { checkedTable } from '../../../definitions/decision/check-table.ts';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../../definitions/feel/compiler.ts';
import { keptText, type GridColumn } from '../../../editor/decisions/cells.ts';
import { checkedCell, examined } from '../../../editor/decisions/examine.ts';
import { gridAct } from '../../../editor/decisions/grid-keys.ts';
import { offeredInputs } from '../../../editor/decisions/offered-inputs.ts';
import { cellNotes, trialNotes } from '../../../editor/decisions/row-notes.ts';
import { filterBy, shownRows } from '../../../editor/decisions/shown-rows.ts';
import { shownText } from '../../../editor/decisions/shown-text.ts';
import { changesNothing, tableDifference } from '../../../editor/decisions/table-difference.ts';
import { nearMisses } from '../../../editor/decisions/near-misses.ts';
import { trialsOf, type TriedWith } from '../../../editor/decisions/trial.ts';
import { scopeFrom, tryFields } from '../../../editor/decisions/try-fields.ts';
import { chosenType, choiceOf, TYPE_CHOICES, typeWords } from '../../../editor/decisions/type-choice.ts';
import { OWNER } from '../../decision/tables.ts';

const FACTS: TypeEnvironment = {
  facts: { type: 'context', fields: { topic: { type: 'string' }, mood: { type: 'string' } } },
  severity: { type: 'number' },
};
const TOPICS: DecisionTable = {
  ...OWNER,
  hitPolicy: 'first',
  inputs: [
    { id: 'in-topic', name: 'Topic', expression: 'facts.topic', type: { type: 'string' } },
    { id: 'in-severity', name: 'severity', type: { type: 'number' } },
  ],
  rows: [
    { id: 'r1', when: ['"outage"', '-'], then: ['"field"', ''] },
    { id: 'r2', when: ['"window"', '>= 2'], then: ['"desk"', ''] },
    { id: 'r3', when: ['"window"', '-'], then: ['"lead"', ''] },
  ],
};

/** By itself, with nothing given. */
const ALONE: TriedWith = { scope: {}, own: {}, ownInputs: [], first: [] };

describe('a cell that is written into', () => {
  it('is found to be as right or wrong as in the whole table, with the same fix', () => {
    for (const [kind, at, text] of [
      ['input', 0, '"nort"'],
      ['input', 0, 'north'],
      ['input', 1, '< "5"'],
      ['input', 1, '< 5'],
      ['output', 0, 'desk'],
      ['output', 1, '3'],
    ] as const) {
      const row = { ...OWNER.rows[0], id: 'r1', when: ['-', '-'], then: ['', ''] };
      const of = kind === 'input' ? row.when : row.then;
      of[at] = text;
      const [whole] = checkedTable({ ...OWNER, rows: [row] }).findings;
      const alone = checkedCell(OWNER, undefined, { kind, at }, text);
      expect([alone?.message, alone?.fix, alone?.severity]).toEqual([
        whole?.message,
        whole?.fix,
        whole?.severity,
      ]);
    }
  });

  it('may name what the flow gives the table, and nothing else once that is known', () => {
    const at = { kind: 'input', at: 1 } as const;
    expect(checkedCell(TOPICS, FACTS, at, '> severity')).toBeUndefined();
    expect(checkedCell(TOPICS, FACTS, at, '> limit')).toMatchObject({ severity: 'error' });
    expect(checkedCell(TOPICS, undefined, at, '> limit')).toMatchObject({ severity: 'warning' });
  });
});

describe('trying a table', () => {
  const { checked } = examined(TOPICS, FACTS);
  const fields = tryFields(TOPICS, { ...checked, types: FACTS });

  it('asks for each value that it is given, by the names of its inputs where they are values alone', () => {
    expect(fields.map(({ key, label, input }) => [key, label, input])).toEqual([
      ['facts.topic', 'Topic', 'in-topic'],
      ['severity', 'severity', 'in-severity'],
    ]);
    expect(scopeFrom(fields, { 'facts.topic': 'window', severity: '1,5' })).toEqual({
      scope: { facts: { topic: 'window' }, severity: 1.5 },
      problems: {},
      isAny: true,
    });
    expect(scopeFrom(fields, {}).isAny).toBe(false);
    expect(scopeFrom(fields, { severity: 'many' }).problems).toHaveProperty('severity');
  });

  it('tells which row decides and at which inputs the others failed', () => {
    const trialOf = (topic: string) =>
      trialsOf(TOPICS, checked)({ ...ALONE, scope: { facts: { topic }, severity: 1 } }, 0);
    const trial = trialOf('window');
    expect(trial.result.rows).toEqual(['r3']);
    expect(trial.failed).toEqual([[0], [1], []]);
    expect(nearMisses(trial, [2], 1)).toEqual([1]);
    const notes = trialNotes({ table: TOPICS, found: trial });
    expect(TOPICS.rows.map((row) => notes.get(row)?.is)).toEqual(['fails', 'fails', 'decides']);
    expect(nearMisses(trialOf('billing'), [], 2)).toEqual([0, 2]);
  });

  it('says nothing of a row that was changed since', () => {
    const [first] = TOPICS.rows;
    if (first === undefined) throw new Error('There is a row.');
    const wrong = { ...TOPICS, rows: [{ ...first, when: ['"x', '-'] }] };
    const notes = cellNotes({ table: wrong, found: examined(wrong, FACTS).checked });
    expect(wrong.rows.map((row) => notes.get(row)?.length)).toEqual([1]);
    expect(notes.get({ ...first })).toBeUndefined();
  });

  it('offers as inputs what the flow gives and nothing looks at yet', () => {
    expect(offeredInputs(TOPICS, FACTS)).toEqual([
      { name: 'mood', expression: 'facts.mood', type: { type: 'string' } },
    ]);
  });
});

describe('an input that is worked out', () => {
  const types: TypeEnvironment = { 'said at': { type: 'date and time' } };
  const [since] = offeredInputs({ inputs: [] }, types).slice(1);
  const length = { type: 'days and time duration' } as const;
  const column: GridColumn = {
    kind: 'input',
    at: 0,
    clause: { id: 'in-since', name: 'time since said', type: length },
  };
  const table: DecisionTable = {
    ...TOPICS,
    inputs: [{ id: 'in-since', name: 'time since said', expression: 'now() - said at', type: length }],
    rows: [{ id: 'r1', when: ['<= @"PT1H"'], then: ['"field"', ''] }],
  };

  it('is offered of a moment: how long ago it was', () => {
    expect(since).toEqual({ name: 'time since said', expression: 'now() - said at', type: length });
  });

  it('is tried by what it comes to, said in words', () => {
    const { checked } = examined(table, types);
    const fields = tryFields(table, { ...checked, types });
    expect(fields.map(({ label, input }) => [label, input])).toEqual([['time since said', 'in-since']]);
    const key = fields[0]?.key ?? '';
    expect(scopeFrom(fields, { [key]: 'soon' }).problems).toHaveProperty([key]);
    const rows = ['20 min', '3 hours'].map((typed) => {
      const { scope } = scopeFrom(fields, { [key]: typed });
      return trialsOf(table, checked)({ ...ALONE, scope }, 0).result.rows;
    });
    expect(rows).toEqual([['r1'], []]);
  });

  it('is kept as rules write it, whatever it was typed as, and left alone where it is one', () => {
    const isWrong = (text: string): boolean =>
      checkedCell(table, types, { kind: 'input', at: 0 }, text) !== undefined;
    const kept = ['1 hour or less', '<= @"PT1H"', 'soon', '-'].map((typed) =>
      keptText(column, typed, isWrong),
    );
    expect(kept).toEqual(['<= @"PT1H"', '<= @"PT1H"', 'soon', '-']);
    expect(shownText('<= @"PT1H"', column)).toBe('1 h or less');
  });
});

describe('a filter of rows', () => {
  it('leaves the table as it is, and keeps in sight what is changed or added afterwards', () => {
    const filter = filterBy(TOPICS, ' WINDOW');
    expect(shownRows(TOPICS, filter)).toEqual([1, 2]);
    const edited = {
      ...TOPICS,
      rows: [...TOPICS.rows.map((row) => ({ ...row, when: ['-', '-'] })), { id: 'new', when: [], then: [] }],
    };
    expect(shownRows(edited, filter)).toEqual([1, 2, 3]);
    expect(shownRows(TOPICS, filterBy(TOPICS, '  '))).toBeNull();
  });
});

describe('a table from a file', () => {
  it('tells what it would change, keeps the id, and leaves rows that say the same as they are', () => {
    const [first, second, third] = OWNER.rows;
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('There are three rows.');
    const brought = {
      ...OWNER,
      id: 'other',
      rows: [
        { then: first.then, when: first.when, id: first.id },
        { ...third, annotation: 'x' },
        { ...second, id: 'n' },
      ],
    };
    const change = tableDifference(OWNER, brought);
    expect(change).toMatchObject({
      added: 1,
      changed: 1,
      removed: 1,
      isReordered: false,
      isHeadChanged: false,
    });
    expect(change.table.id).toBe(OWNER.id);
    expect(change.table.rows[0]).toBe(first);
    expect(changesNothing(tableDifference(OWNER, { ...OWNER, id: 'other' }))).toBe(true);
    expect(tableDifference(OWNER, { ...OWNER, rows: [second, first, third] }).isReordered).toBe(true);
    expect(tableDifference(OWNER, { ...OWNER, name: 'Who?' }).isHeadChanged).toBe(true);
  });

  it('leaves what it goes by as it was where the file says nothing of that', () => {
    const goesBy = { ...OWNER, requires: { worth: 'worth' } };
    expect(changesNothing(tableDifference(goesBy, OWNER))).toBe(true);
    expect(tableDifference(goesBy, { ...OWNER, name: 'Who?' }).table.requires).toEqual({ worth: 'worth' });
    const other = tableDifference(goesBy, { ...OWNER, requires: { value: 'worth' } });
    expect([other.isHeadChanged, other.table.requires]).toEqual([true, { value: 'worth' }]);
  });
});

describe('types of columns', () => {
  it('are chosen by plain words, each of which comes back as the choice it was', () => {
    for (const choice of TYPE_CHOICES) expect(choiceOf(chosenType(choice, []))).toBe(choice);
    expect(new Set(TYPE_CHOICES.map((choice) => typeWords(chosenType(choice, [])))).size).toBe(
      TYPE_CHOICES.length,
    );
    expect(choiceOf({ type: 'context', fields: {} })).toBeNull();
  });
});

describe('the keys of the grid', () => {
  const key = (
    pressed: string,
    held: Partial<Record<'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey', boolean>> = {},
  ) => gridAct({ key: pressed, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...held });

  it('are those of a spreadsheet, and leave the page its own', () => {
    expect(key('ArrowDown', { shiftKey: true })).toEqual({ act: 'move', rows: 1, columns: 0, extends: true });
    expect(key('ArrowUp', { altKey: true })).toEqual({ act: 'move rows', by: -1 });
    expect(key('F2')).toEqual({ act: 'write' });
    expect(key('x')).toEqual({ act: 'write', typed: 'x' });
    expect(key('d', { ctrlKey: true })).toEqual({ act: 'fill down' });
    for (const letter of ['z', 'Z', 'y', 'c', 'x', 'v', 's'])
      expect(key(letter, { ctrlKey: true })).toBeNull();
    expect(key('Tab')).toBeNull();
    expect(key('Escape')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { readDmnGraph } from '../../definitions/decision/dmn/read-graph.ts';
import { dmnOf } from '../../definitions/decision/dmn/write-graph.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { contentOf, type DraftContent } from '../../definitions/flow/draft.ts';
import type { BroughtTables } from '../../editor/decisions/bringing.ts';
import { arrivalOf, bringTables } from '../../editor/designer/commands/bring-tables.ts';
import { DIAMOND, sum } from '../decision/dmn-graph.ts';
import { careRevision } from '../store/care-revision.ts';
import { deskOf, ids } from './desk-of.ts';

const CARE = contentOf(careRevision());
const table = ({ tables }: Pick<DraftContent, 'tables'>, id: string): DecisionTable => {
  const found = tables[id];
  if (found === undefined) throw new Error(`no table ${id}`);
  return found;
};
const with_ = (...tables: readonly DecisionTable[]): DraftContent => ({
  ...CARE,
  tables: Object.fromEntries(tables.map((one) => [one.id, one])),
});
const BEGUN: DecisionTable = { ...sum('begun'), name: 'A new table', rows: [] };

async function throughDmn(id: string): Promise<BroughtTables> {
  const written = await dmnOf(table({ tables: DIAMOND }, id), { tables: DIAMOND });
  if ('refusal' in written) throw new Error(written.refusal.message);
  const { together } = await readDmnGraph(written.xml);
  if (together === null) throw new Error('It goes by nothing.');
  return together;
}

describe('tables that come from a file together', () => {
  it('stand in a draft that had none of them, in one act that is taken back whole', async () => {
    const desk = deskOf(with_(BEGUN));
    const before = desk.state().content;
    desk.do('brought', bringTables('begun', await throughDmn('top'), ids()));
    const { top, ...others } = DIAMOND;
    const after = desk.state();
    expect(after.content.tables).toEqual({ ...others, begun: { ...top, id: 'begun' } });
    expect(after.done).toHaveLength(1);
    desk.undo();
    expect(desk.state().content).toEqual(before);
    desk.redo();
    expect(desk.state().content).toEqual(after.content);
  });

  it('are shared where the same stand there, and put beside under a free name where another does', async () => {
    const brought = await throughDmn('top');
    const here = [BEGUN, table({ tables: DIAMOND }, 'bottom'), { ...sum('left', { low: 'bottom' }, ['m']) }];
    const content = with_(...here);
    const after = bringTables('begun', brought, ids())(content);
    expect(Object.keys(after.tables)).toEqual(['begun', 'bottom', 'left', 'new-1', 'right']);
    expect(table(after, 'begun').requires).toEqual({ one: 'new-1', other: 'right' });
    expect(table(after, 'new-1')).toMatchObject({ name: 'Which left? 2', requires: { low: 'bottom' } });
    for (const { id } of here.slice(1)) expect(table(after, id)).toBe(table(content, id));
    expect(arrivalOf(content.tables, BEGUN, brought, ids()).others).toEqual([
      { name: 'Which left?', isHere: false, comesAs: 'Which left? 2' },
      { name: 'Which bottom?', isHere: true, comesAs: 'Which bottom?' },
      { name: 'Which right?', isHere: false, comesAs: 'Which right?' },
    ]);
  });

  it('change nothing where all of them stand there already', async () => {
    const content = with_(...Object.values(DIAMOND));
    const after = bringTables('top', await throughDmn('top'), ids())(content);
    expect(after.tables).toEqual(content.tables);
  });

  it('may be led by one that takes the place of a table which another of them is', async () => {
    const content = with_(...Object.values(DIAMOND));
    const after = bringTables('bottom', await throughDmn('left'), ids())(content);
    const { requires } = table(after, 'bottom');
    expect(requires).toEqual({ low: 'new-1' });
    expect(table(after, 'new-1')).toEqual({ ...table(content, 'bottom'), id: 'new-1' });
    expect(table(after, 'bottom').name).toBe('Which left? 2');
  });
});

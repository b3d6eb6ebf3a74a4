import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDmnGraph } from '../../definitions/decision/dmn/read-graph.ts';
import { openDmn } from '../../definitions/decision/dmn/open-dmn.ts';
import { readDmn } from '../../definitions/decision/dmn/read-dmn.ts';
import { tableDecisions, tableOfDecision } from '../../definitions/decision/dmn/table-of-decision.ts';
import { dmnOf } from '../../definitions/decision/dmn/write-graph.ts';
import { changedDmn, rewrittenDmn } from '../../definitions/decision/dmn/write-table.ts';
import { formatTable } from '../../definitions/decision/json/format-table.ts';
import { readTableText } from '../../definitions/decision/json/read-table.ts';
import { tableFromGrid } from '../../definitions/decision/sheet/read-sheet.ts';
import { gridOf } from '../../definitions/decision/sheet/write-sheet.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';

const KIT = join(process.env['EARSHOT_TEST_DATA'] ?? '../shared/data', 'dmn-tck');

function files(): readonly (readonly [string, string])[] {
  return ['compliance-level-2', 'compliance-level-3'].flatMap((level) =>
    readdirSync(join(KIT, level)).flatMap((group) =>
      readdirSync(join(KIT, level, group))
        .filter((name) => name.endsWith('.dmn'))
        .map((name) => [name, readFileSync(join(KIT, level, group, name), 'utf8')] as const),
    ),
  );
}

/** Ids and shapes, without what is commented out. */
function marks(xml: string): string[] {
  const said = xml.replace(/<!--[^]*?-->/g, '');
  const ids = [...said.matchAll(/\sid\s*=\s*("[^"]*")/g)].map(([, id]) => `id ${id}`);
  const shapes = [...said.matchAll(/<[\w-]+:(DMN(?:Shape|Edge|Diagram))\b/g)].map(([, kind]) => `${kind}`);
  const bounds = [...said.matchAll(/<[\w-]+:(Bounds|waypoint)\b[^>]*?>/g)].map(([whole = '', kind]) => {
    const numbers = [...whole.matchAll(/\b(\w+)="([^"]*)"/g)].map(([, name, n]) => `${name}=${Number(n)}`);
    return `${kind} ${numbers.sort().join(' ')}`;
  });
  return [...ids, ...shapes, ...bounds].sort();
}

async function tablesOf(xml: string): Promise<DecisionTable[]> {
  const opened = await openDmn(xml);
  if ('refusal' in opened) throw new Error(opened.refusal);
  return tableDecisions(opened.root).map((one) => tableOfDecision(opened.root, one).table);
}

describe.skipIf(!existsSync(KIT))('files of the kit, read and written again', () => {
  const all = existsSync(KIT) ? files() : [];

  it('say the same, with every id and every shape', async () => {
    expect(all.length).toBeGreaterThan(100);
    for (const [name, xml] of all) {
      const again = (await rewrittenDmn(xml, () => undefined)) ?? '';
      expect({ name, read: await readDmn(again) }).toEqual({ name, read: await readDmn(xml) });
      expect({ name, marks: marks(again) }).toEqual({ name, marks: marks(xml) });
    }
  });

  it('have their tables changed, and nothing else', async () => {
    let changed = 0;
    for (const [name, xml] of all) {
      for (const table of await tablesOf(xml)) {
        // By way of all other forms, as somebody would edit it.
        const { table: edited, issues } = tableFromGrid(gridOf(table));
        expect({ name, issues }).toEqual({ name, issues: [] });
        expect(readTableText(formatTable(edited ?? table)).table).toEqual(edited);
        const untouched = await changedDmn(xml, edited ?? table);
        if (untouched === null || 'refusal' in untouched) throw new Error(`${name} was not written.`);
        expect({ name, read: await readDmn(untouched.xml) }).toEqual({ name, read: await readDmn(xml) });
        expect({ name, marks: marks(untouched.xml) }).toEqual({ name, marks: marks(xml) });

        const [first, ...others] = table.rows;
        if (first === undefined) continue;
        const rows = [...others, { ...first, then: first.then.map(() => 'null'), annotation: 'why' }];
        const written = await changedDmn(xml, { ...table, rows });
        if (written === null || 'refusal' in written) throw new Error(`${name} was not written.`);
        const back = (await tablesOf(written.xml)).find(({ id }) => id === table.id);
        expect({ name, back }).toEqual({ name, back: { ...table, rows } });
        expect(marks(written.xml)).toEqual(marks(xml));
        changed += 1;
      }
    }
    expect(changed).toBeGreaterThan(20);
  });

  it('have each table read with the tables that it needs, and are told of what else it needs', async () => {
    let others = 0;
    for (const [name, xml] of all) {
      const { choices } = await readDmnGraph(xml);
      const read = await readDmn(xml);
      const needs = 'model' in read ? read.model.decisions : [];
      for (const { id } of choices) {
        const { chosen, alone, together } = await readDmnGraph(xml, id);
        expect({ name, chosen }).toEqual({ name, chosen: id });
        const decided = needs
          .find((one) => one.id === id)
          ?.needs.flatMap((need) => needs.find((one) => one.id === need.id) ?? []);
        for (const needed of decided ?? []) {
          others += 1;
          const told = [...(together?.issues ?? []), ...(alone?.issues ?? [])].map(({ message }) => message);
          const isTold = told.some((message) => message.includes(`“${needed.name}”`));
          const isBrought = together?.required.some((one) => one.id === needed.id);
          expect({ name, needed: needed.name, is: isTold || isBrought }).toMatchObject({ is: true });
        }
        if (alone === null) throw new Error(`${name} holds no table “${id}”.`);
        expect(alone.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
        const again = await dmnOf(alone.table);
        expect({ name, again }).toMatchObject({ again: { xml: expect.any(String) } });
      }
    }
    expect(others).toBeGreaterThan(0);
  });
});

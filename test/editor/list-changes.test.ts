import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listChanges, type Written } from '../../editor/designer/kept/list-changes.ts';

interface Item {
  readonly id: string;
}
const anyList = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 8 });

describe('a list that is kept', () => {
  it('is written as it is now, whatever came and went, and no more of it than has changed', () => {
    const items = Array.from({ length: 13 }, (_, at): Item => ({ id: `${at}` }));
    fc.assert(
      fc.property(fc.array(anyList, { maxLength: 6 }), fc.integer({ min: 0, max: 12 }), (lists, renewed) => {
        let written: readonly Written[] = [];
        let order = 0;
        const rows = new Map<string, Written<Item>>();
        for (const [turn, list] of lists.entries()) {
          const now = list.map((at): Item =>
            turn > 1 && at === renewed ? { id: `${at}` } : (items[at] ?? { id: '' }),
          );
          const idOf = ({ id }: Item): string => id;
          const known = new Set(written.map(({ entry }) => entry));
          const changes = listChanges(written, now, { idOf, newOrder: () => ++order });
          for (const one of changes.put) expect(known.has(one.entry)).toBe(false);
          for (const id of changes.gone) rows.delete(id);
          for (const one of changes.put) rows.set(one.id, one);
          written = changes.written;
          expect(new Set([...rows.values()].map(({ entry }) => entry))).toEqual(new Set(now));
          expect(written.map(({ entry }) => entry)).toEqual(now);
        }
      }),
    );
  });

  it('keeps its order where items come at the end and go from the beginning', () => {
    const items = Array.from({ length: 6 }, (_, at): Item => ({ id: `${at}` }));
    let order = 0;
    const how = { idOf: ({ id }: Item) => id, newOrder: () => ++order };
    const first = listChanges([], items.slice(0, 4), how);
    const next = listChanges(first.written, items.slice(2), how);
    expect(next.gone).toEqual(['0', '1']);
    expect(next.put.map(({ id }) => id)).toEqual(['4', '5']);
    expect(next.written.map((one) => one.order)).toEqual([3, 4, 5, 6]);
  });
});

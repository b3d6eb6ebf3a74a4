import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignment, linesOf } from '../../definitions/drawing/guides.ts';
import { CARD, type Box } from '../../definitions/drawing/place.ts';

const card = (x: number, y: number): Box => ({ x, y, ...CARD });
const NEAR = { within: 8, grid: 4 };

describe('what is moved', () => {
  it('comes to stand in line with the nearest, at most so far away, upright and level at once', () => {
    const others = [card(0, 0), card(208, 400)];
    expect(alignment(card(204, 4), linesOf(others), NEAR)).toMatchObject({ x: 4, y: -4 });
    expect(alignment(card(8, 200), linesOf(others), NEAR)).toMatchObject({ x: -8, y: 0 });
    expect(alignment(card(12, 200), linesOf(others), NEAR)).toEqual({ x: 0, y: 0, guides: [] });
  });

  it('is shown one line through the middles of cards alike, from the first of them to the last', () => {
    const { guides } = alignment(card(4, 200), linesOf([card(0, 0), card(0, 400), card(0, 90)]), NEAR);
    expect(guides).toEqual([{ along: 'x', at: CARD.width / 2, from: -8, to: 400 + CARD.height + 8 }]);
  });

  it('stands in line by an edge where it is of another size, or where its other edge meets', () => {
    const group = { x: 4, y: 300, width: 400, height: 120 };
    expect(alignment(group, linesOf([card(0, 0)]), NEAR)).toMatchObject({
      x: -4,
      guides: [{ along: 'x', at: 0, from: -8, to: 428 }],
    });
    const beside = alignment(card(CARD.width + 4, 300), linesOf([card(0, 0)]), NEAR);
    expect(beside).toMatchObject({ x: -4, guides: [{ along: 'x', at: CARD.width }] });
  });

  it('is shifted by whole steps of the grid alone, for it could not stay otherwise', () => {
    expect(alignment(card(4, 200), linesOf([card(1, 0)]), NEAR)).toEqual({ x: 0, y: 0, guides: [] });
  });

  it('is never shifted further than it may be, and stands on each line that is shown', () => {
    const spot = fc.integer({ min: -50, max: 50 }).map((n) => n * 4);
    const anyCard = fc.tuple(spot, spot).map(([x, y]) => card(x, y));
    fc.assert(
      fc.property(anyCard, fc.array(anyCard, { maxLength: 12 }), (moved, others) => {
        const { x, y, guides } = alignment(moved, linesOf(others), NEAR);
        expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(NEAR.within);
        for (const { along, at } of guides) {
          const start = along === 'x' ? moved.x + x : moved.y + y;
          const size = along === 'x' ? CARD.width : CARD.height;
          expect([start, start + size / 2, start + size]).toContain(at);
          expect(
            others.some((other) => [other[along], other[along] + size / 2, other[along] + size].includes(at)),
          ).toBe(true);
        }
        // Once in line it stays there.
        const again = alignment({ ...moved, x: moved.x + x, y: moved.y + y }, linesOf(others), NEAR);
        expect(again).toEqual({ x: 0, y: 0, guides });
      }),
    );
  });
});

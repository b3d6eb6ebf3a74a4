import { boxAround, type Box, type Placement } from './place.ts';
import { plainestWay } from './plainest-way.ts';
import { MOST_ROUTED, routeArrows, type Arrow } from './route.ts';
import type { Point } from './segments.ts';

/** So far around both ends an arrow may go. */
const AROUND = 120;
/** Of more cards than these it does not find its way between them. */
const MOST_CARDS = 40;
/** What lies in its way is looked at further so many times. */
const MOST_LOOKS = 3;
/** Size of the fields in which cards are looked for. */
const FIELD = 400;

/** Ways for all arrows of a drawing whose ends are placed, by id: found together, or in a large one each by itself. */
export function waysOf(
  arrows: readonly Arrow[],
  placement: Placement,
): ReadonlyMap<string, readonly Point[]> {
  if (arrows.length <= MOST_ROUTED) return routeArrows(arrows, placement);
  const near = new NearWays(placement);
  return new Map(
    arrows.flatMap((arrow) => {
      const way = near.wayOf(arrow);
      return way === null ? [] : [[arrow.id, way] as const];
    }),
  );
}

interface Known {
  readonly arrow: Arrow;
  readonly way: readonly Point[] | null;
  /** What was looked at for it; null: there was too much. */
  readonly region: Box;
  readonly cards: Placement | null;
}

/**
 * Ways for the arrows of a large drawing, each by itself and when it is asked for: around the cards near it, as
 * `routeArrows` finds it, but as if there were no other arrows. `before`: those of the same drawing as it was; a way
 * near which nothing has changed is not looked for again.
 */
export class NearWays {
  readonly #placement: Placement;
  /** Ids of the cards that reach into a field. */
  readonly #fields = new Map<string, string[]>();
  readonly #known = new Map<string, Known>();
  readonly #before: ReadonlyMap<string, Known>;

  constructor(placement: Placement, before?: NearWays) {
    this.#placement = placement;
    this.#before = before === undefined ? new Map() : new Map([...before.#before, ...before.#known]);
    for (const [id, box] of this.#placement)
      for (const field of fieldsOf(box)) {
        const ids = this.#fields.get(field);
        if (ids === undefined) this.#fields.set(field, [id]);
        else ids.push(id);
      }
  }

  /** The corners of an arrow: the plainest where too much lies between its ends; null where one of them is not there. */
  wayOf(arrow: Arrow): readonly Point[] | null {
    const known = this.#known.get(arrow.id) ?? this.#asBefore(arrow) ?? this.#found(arrow);
    this.#known.set(arrow.id, known);
    return known.way;
  }

  #asBefore(arrow: Arrow): Known | undefined {
    const before = this.#before.get(arrow.id);
    if (before === undefined || before.arrow.from !== arrow.from || before.arrow.to !== arrow.to)
      return undefined;
    const [from, to] = [this.#placement.get(arrow.from), this.#placement.get(arrow.to)];
    if (from === undefined || to === undefined || before.cards === null) return undefined;
    return isSame(before.cards, this.#cardsIn(before.region)) ? before : undefined;
  }

  #found(arrow: Arrow): Known {
    const [from, to] = [this.#placement.get(arrow.from), this.#placement.get(arrow.to)];
    if (from === undefined || to === undefined)
      return { arrow, way: null, region: boxAround([]), cards: null };
    let region = boxAround([from, to]);
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      const around = grown(region, AROUND);
      const cards = this.#cardsIn(around);
      if (cards === null) break;
      const way = routeArrows([arrow], cards).get(arrow.id) ?? [];
      const wider = boxAround([region, ...way.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))]);
      if (this.#cardsIn(grown(wider, AROUND))?.size === cards.size)
        return { arrow, way, region: around, cards };
      region = wider;
    }
    return { arrow, way: plainestWay(from, to), region, cards: null };
  }

  #cardsIn(region: Box): Placement | null {
    const ids = new Set(fieldsOf(region).flatMap((field) => this.#fields.get(field) ?? []));
    const found = [...ids].flatMap((id): [string, Box][] => {
      const box = this.#placement.get(id);
      return box === undefined || !touches(box, region) ? [] : [[id, box]];
    });
    return found.length > MOST_CARDS ? null : new Map(found);
  }
}

function isSame(one: Placement, other: Placement | null): boolean {
  if (other?.size !== one.size) return false;
  return [...one].every(([id, { x, y }]) => {
    const box = other.get(id);
    return box?.x === x && box.y === y;
  });
}

function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function touches(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function fieldsOf({ x, y, width, height }: Box): readonly string[] {
  const fields: string[] = [];
  for (let column = Math.floor(x / FIELD); column * FIELD <= x + width; column += 1)
    for (let row = Math.floor(y / FIELD); row * FIELD <= y + height; row += 1)
      fields.push(`${column} ${row}`);
  return fields;
}

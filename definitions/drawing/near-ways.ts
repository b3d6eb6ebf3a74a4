import { boxAround, touches, type Box, type Placement } from './place.ts';
import { plainestWay } from './plainest-way.ts';
import { MOST_ROUTED, routeArrows, type Arrow, type Routed } from './route.ts';
import type { Point } from './segments.ts';

type Ways = ReadonlyMap<string, readonly Point[]>;

/** So far around both ends an arrow may go. */
const AROUND = 120;
/** Of more cards than these it does not find its way between them. */
const MOST_CARDS = 40;
/** What lies in its way is looked at further so many times. */
const MOST_LOOKS = 3;
/** Size of the fields in which cards are looked for. */
const FIELD = 400;

/** Ways for all arrows of a drawing whose ends are placed, by id: found together, or in a large one each by itself. */
export function waysOf(arrows: readonly Arrow[], placement: Placement): Ways {
  if (arrows.length <= MOST_ROUTED) return routeArrows(arrows, placement);
  const near = new NearWays(arrows, placement);
  return new Map([...new Set(arrows.map(({ from }) => from))].flatMap((card) => [...near.waysFrom(card)]));
}

/** What was looked at for a way. */
interface Look {
  readonly region: Box;
  readonly cards: Placement;
}

/** Ways of the arrows that leave one card; no looks where for one of them there was too much to be looked at. */
interface Known {
  readonly arrows: readonly Arrow[];
  readonly ways: Ways;
  readonly looks: readonly Look[] | null;
}

/**
 * Ways for the arrows of a large drawing, of one card after the other and when they are asked for: around the cards
 * near them, as `routeArrows` finds them, but as if there were no arrows of other cards. `before`: those of the same
 * drawing as it was; ways near which nothing has changed are not looked for again.
 */
export class NearWays {
  readonly #placement: Placement;
  readonly #leaving = new Map<string, Arrow[]>();
  /** Ids of the cards that reach into a field. */
  readonly #fields = new Map<string, string[]>();
  readonly #known = new Map<string, Known>();
  readonly #before: ReadonlyMap<string, Known>;

  constructor(arrows: readonly Arrow[], placement: Placement, before?: NearWays) {
    this.#placement = placement;
    this.#before = before === undefined ? new Map() : new Map([...before.#before, ...before.#known]);
    for (const arrow of arrows) addTo(this.#leaving, arrow.from, arrow);
    for (const [id, box] of this.#placement)
      for (const field of fieldsOf(box)) addTo(this.#fields, field, id);
  }

  /** The corners of the arrows that leave a card, by their ids: the plainest where too much lies between both ends; none for one whose end is not there. */
  waysFrom(card: string): Ways {
    const known = this.#known.get(card) ?? this.#asBefore(card) ?? this.#found(card);
    this.#known.set(card, known);
    return known.ways;
  }

  #asBefore(card: string): Known | undefined {
    const before = this.#before.get(card);
    const leaving = this.#leaving.get(card) ?? [];
    if (before?.looks == null || before.arrows.length !== leaving.length) return undefined;
    const isAsBefore =
      before.arrows.every(({ id, to }, i) => leaving[i]?.id === id && leaving[i].to === to) &&
      leaving.every(({ id, to }) => before.ways.has(id) === this.#placement.has(to)) &&
      before.looks.every(({ region, cards }) => isSame(cards, this.#cardsIn(region)));
    return isAsBefore ? before : undefined;
  }

  #found(card: string): Known {
    const arrows = this.#leaving.get(card) ?? [];
    const routed: Routed[] = [];
    const looks: Look[] = [];
    for (const arrow of arrows) {
      const [from, to] = [this.#placement.get(arrow.from), this.#placement.get(arrow.to)];
      if (from === undefined || to === undefined) continue;
      const found = this.#wayAround(arrow, boxAround([from, to]), routed);
      routed.push({ arrow, points: found?.points ?? plainestWay(from, to) });
      if (found !== null) looks.push(found.look);
    }
    const ways = new Map(routed.map(({ arrow, points }) => [arrow.id, points]));
    return { arrows, ways, looks: looks.length === routed.length ? looks : null };
  }

  /** null: there are too many cards. */
  #wayAround(
    arrow: Arrow,
    ends: Box,
    routed: readonly Routed[],
  ): { readonly points: readonly Point[]; readonly look: Look } | null {
    let region = ends;
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      const around = grown(region, AROUND);
      const cards = this.#cardsIn(around);
      if (cards === null) return null;
      const points = routeArrows([arrow], cards, routed).get(arrow.id) ?? [];
      const wider = boxAround([region, ...points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))]);
      if (this.#cardsIn(grown(wider, AROUND))?.size === cards.size)
        return { points, look: { region: around, cards } };
      region = wider;
    }
    return null;
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

function fieldsOf({ x, y, width, height }: Box): readonly string[] {
  const fields: string[] = [];
  for (let column = Math.floor(x / FIELD); column * FIELD <= x + width; column += 1)
    for (let row = Math.floor(y / FIELD); row * FIELD <= y + height; row += 1)
      fields.push(`${column} ${row}`);
  return fields;
}

function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

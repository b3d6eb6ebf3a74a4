import type { DecisionTable } from '../decision/table.ts';
import type { Calendar } from '../flow/calendar.ts';
import type { DraftContent } from '../flow/draft.ts';
import type { Flow } from '../flow/flow.ts';
import type { WordList } from '../flow/word-list.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** What a member of a thing that is a list is: things in order, known by a key, or one value like any other field. */
export type ListShape = KeyedList | 'one field';
export interface KeyedList {
  /** The member that an item is known by. It is never set: another key is another item. */
  readonly key: string;
  /** Members of an item that hold a cell for each item of another list. */
  readonly cells?: readonly CellsShape[];
  /** Members of an item that name an item of another list of the same part. */
  readonly names?: readonly NameShape[];
}
export interface CellsShape {
  readonly member: string;
  /** The list of the columns; cells stand in their order. */
  readonly columns: string;
  /** What stands in a cell of which nobody said anything. */
  readonly empty: string;
}
export interface NameShape {
  readonly member: string;
  readonly list: string;
  /** Where in the member the key stands; absent: it is the member. */
  readonly at?: string;
}

/** A thing that stands for itself: a flow, a table, a word list, a calendar. */
export interface PartShape {
  readonly lists: { readonly [member: string]: ListShape };
}

/** Every member of a part that is a list says what it is; a new one does not compile until it does. */
type ListsOf<T> = {
  readonly [M in keyof T as NonNullable<T[M]> extends readonly unknown[] ? M : never]-?:
    (NonNullable<T[M]> extends readonly (infer I)[] ? KeyedBy<I> : never) | 'one field';
};
interface KeyedBy<I> extends KeyedList {
  readonly key: keyof I & string;
  readonly cells?: readonly (CellsShape & { readonly member: keyof I & string })[];
  readonly names?: readonly (NameShape & { readonly member: keyof I & string })[];
}

const FLOW = {
  lists: {
    variables: { key: 'name' },
    lanes: { key: 'id' },
    nodes: { key: 'id', names: [{ member: 'lane', list: 'lanes' }] },
    edges: {
      key: 'id',
      names: [
        { member: 'from', at: 'node', list: 'nodes' },
        { member: 'to', list: 'nodes' },
      ],
    },
  },
} as const satisfies { readonly lists: ListsOf<Flow> };

const TABLE = {
  lists: {
    inputs: { key: 'id' },
    outputs: { key: 'id' },
    rows: {
      key: 'id',
      cells: [
        { member: 'when', columns: 'inputs', empty: '-' },
        { member: 'then', columns: 'outputs', empty: '' },
      ],
    },
  },
} as const satisfies { readonly lists: ListsOf<DecisionTable> };

const WORD_LIST = {
  lists: { entries: { key: 'phrase' } },
} as const satisfies { readonly lists: ListsOf<WordList> };

/** Intervals are worked out from opening hours all at once, and must not overlap: two halves make no calendar. */
const CALENDAR = {
  lists: { open: 'one field' },
} as const satisfies { readonly lists: ListsOf<Calendar> };

/** What happens in a story is told in its own order of time, not in that of the list. */
const SCENARIO = {
  lists: { messages: 'one field' },
} as const satisfies { readonly lists: ListsOf<Scenario> };

/**
 * What a draft is made of, for edits: parts, with lists of items in them. Everything else a part or an item holds is
 * a field, one value whatever its depth. `flow` is one part, the others are parts by id.
 */
export const SHAPE = {
  flow: FLOW,
  called: FLOW,
  tables: TABLE,
  wordLists: WORD_LIST,
  calendars: CALENDAR,
  scenarios: SCENARIO,
} as const satisfies { readonly [M in keyof DraftContent]-?: PartShape };

export type Collection = keyof typeof SHAPE;
export const COLLECTIONS = ['flow', 'called', 'tables', 'wordLists', 'calendars', 'scenarios'] as const;
/** Every member of a draft stands among them. */
type Missing = Exclude<Collection, (typeof COLLECTIONS)[number]>;
export const NONE_MISSING: Record<Missing, never> = {};

/** How the items of a list are known, or undefined if it is no list of this part. */
export function keyedList(collection: Collection, list: string): KeyedList | undefined {
  const lists: PartShape['lists'] = SHAPE[collection].lists;
  const shape = Object.hasOwn(lists, list) ? lists[list] : undefined;
  return shape === 'one field' ? undefined : shape;
}

/** The lists of items that a part has, in the order in which they are told. */
export function keyedLists(collection: Collection): readonly (readonly [name: string, shape: KeyedList])[] {
  return Object.keys(SHAPE[collection].lists).flatMap((name) => {
    const shape = keyedList(collection, name);
    return shape === undefined ? [] : [[name, shape] as const];
  });
}

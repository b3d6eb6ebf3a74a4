import type { z } from 'zod';
import { DecisionTableSchema } from '../decision/table.schema.ts';
import { IdSchema } from '../flow/base.schema.ts';
import { BOUNDS } from '../flow/bounds.ts';
import { CalendarSchema } from '../flow/calendar.schema.ts';
import type { DraftContent } from '../flow/draft.ts';
import { EdgeSchema, FlowSchema, LaneSchema, VariableSchema } from '../flow/flow.schema.ts';
import type { JsonObject } from '../flow/json.ts';
import { nestsAtMost } from '../flow/json-depth.ts';
import { pointer } from '../flow/json-pointer.ts';
import { FlowNodeSchema } from '../flow/node.schema.ts';
import { WordListSchema } from '../flow/word-list.schema.ts';
import { ScenarioSchema } from '../scenario/scenario.schema.ts';
import { below, partAddress, type Address } from './address.ts';
import type { Change } from './change.ts';
import { partIn, partsIn } from './open-content.ts';
import { OpenPart } from './open-part.ts';
import { COLLECTIONS, keyedLists, type Collection, type SHAPE } from './shape.ts';
import { touches, type Touched } from './touches.ts';

/** A thing that is not what its type says, with the first that is wrong with it. */
export interface Misshapen {
  readonly thing: Address;
  readonly message: string;
}

interface ListSchema {
  readonly item: z.ZodType;
  readonly atMost: number;
}
type KeyedNames<L> = { [M in keyof L]: L[M] extends 'one field' ? never : M }[keyof L];
type PartSchemas<C extends Collection> = {
  readonly whole: z.ZodType;
  readonly lists: { readonly [M in KeyedNames<(typeof SHAPE)[C]['lists']>]: ListSchema };
};

const FLOW: PartSchemas<'flow'> = {
  whole: FlowSchema,
  lists: {
    variables: { item: VariableSchema, atMost: BOUNDS.variables },
    lanes: { item: LaneSchema, atMost: BOUNDS.lanes },
    nodes: { item: FlowNodeSchema, atMost: BOUNDS.nodes },
    edges: { item: EdgeSchema, atMost: BOUNDS.edges },
  },
};
const { inputs, outputs, rows } = DecisionTableSchema.shape;
const SCHEMAS: { readonly [C in Collection]: PartSchemas<C> } = {
  flow: FLOW,
  called: FLOW,
  tables: {
    whole: DecisionTableSchema,
    lists: {
      inputs: { item: inputs.element, atMost: BOUNDS.tableColumns },
      outputs: { item: outputs.element, atMost: BOUNDS.tableColumns },
      rows: { item: rows.element, atMost: BOUNDS.tableRows },
    },
  },
  wordLists: {
    whole: WordListSchema,
    lists: { entries: { item: WordListSchema.shape.entries.element, atMost: BOUNDS.wordListEntries } },
  },
  calendars: { whole: CalendarSchema, lists: {} },
  scenarios: { whole: ScenarioSchema, lists: {} },
};

/**
 * Which of the things that these changes touched are not of the shape that the types promise, now that they are made;
 * none: a content that had its shape has it still. A draft may be wrong in any way that `check` names, but not in this.
 * Looks at what was touched and at nothing else. Throws nothing.
 */
export function misshapen(content: DraftContent, changes: readonly Change[]): readonly Misshapen[] {
  const problems: Misshapen[] = [];
  const came = new Set(
    changes.flatMap((change) => (change.do === 'add' ? [below(change.list, change.key)] : [])),
  );
  const open = new Map<Address, OpenPart>();
  const lists = new Map<Address, { readonly touched: Touched; readonly list: string }>();
  for (const touched of touches(changes)) {
    const { address, collection, id, list, key } = touched;
    if (came.has(touched.part) && list !== undefined) continue;
    const part = partIn(content, collection, id);
    if (part === undefined) continue;
    if (list === undefined) {
      problems.push(...partProblems(touched, came.has(address) ? part : withoutItems(collection, part)));
      continue;
    }
    const opened = open.get(touched.part) ?? new OpenPart(collection, part);
    open.set(touched.part, opened);
    lists.set(below(touched.part, list), { touched, list });
    const schema = listSchema(collection, list);
    const item = opened.list(list)?.get(key ?? '');
    if (schema !== undefined && item !== undefined) problems.push(...wrong(address, schema.item, item));
  }
  for (const [address, { touched, list }] of lists) {
    const atMost = listSchema(touched.collection, list)?.atMost ?? 0;
    const count = open.get(touched.part)?.list(list)?.items().length ?? 0;
    if (count > atMost) problems.push({ thing: address, message: `At most ${atMost} of them are taken.` });
  }
  return [...problems, ...crowded(content, changes)];
}

function partProblems({ address, collection, id }: Touched, part: JsonObject): readonly Misshapen[] {
  return [
    ...(id === undefined ? [] : wrong(address, IdSchema, id)),
    ...wrong(address, SCHEMAS[collection].whole, part),
  ];
}

/** A part as if its lists were empty, for looking at its own fields alone. */
function withoutItems(collection: Collection, part: JsonObject): JsonObject {
  return { ...part, ...Object.fromEntries(keyedLists(collection).map(([name]) => [name, []])) };
}

function crowded(content: DraftContent, changes: readonly Change[]): readonly Misshapen[] {
  return COLLECTIONS.flatMap((collection) => {
    const list = partAddress(collection, undefined);
    if (!changes.some((change) => change.do === 'add' && change.list === list)) return [];
    if (Object.keys(partsIn(content, collection)).length <= BOUNDS.parts) return [];
    return [{ thing: list, message: `At most ${BOUNDS.parts} of them are taken.` }];
  });
}

function listSchema(collection: Collection, list: string): ListSchema | undefined {
  const schemas: { readonly [list: string]: ListSchema } = SCHEMAS[collection].lists;
  return Object.hasOwn(schemas, list) ? schemas[list] : undefined;
}

function wrong(thing: Address, schema: z.ZodType, value: unknown): readonly Misshapen[] {
  if (!nestsAtMost(value, BOUNDS.depth)) {
    return [{ thing, message: `Lists and objects nest deeper than ${BOUNDS.depth} levels.` }];
  }
  const issue = schema.safeParse(value).error?.issues[0];
  return issue === undefined
    ? []
    : [{ thing, message: `${pointer(...issue.path.map(String))}: ${issue.message}` }];
}

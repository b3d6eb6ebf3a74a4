import type { ChangedItem, ChangedPart } from '../../../definitions/edit/what-changed.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import { isJsonObject } from '../../../definitions/flow/json.ts';
import type { Revision } from '../../../definitions/flow/revision.ts';
import { words } from '../../shell/words.ts';
import type { ToldItem } from './changed-items.tsx';
import { idOf, isChange, standsElsewhere } from './marks.ts';
import { kindOf, namesIn, toldFields, type ToldField } from './told-fields.ts';

/** Two states of a flow with all that belongs to it, held against each other. */
export interface Compared {
  readonly before: Revision;
  readonly after: Revision;
}

/** Lists of a part that are told in words, in this order; rows of tables are told as a table. */
export const TOLD_LISTS = ['nodes', 'edges', 'variables', 'lanes', 'inputs', 'outputs', 'entries'] as const;
export type ToldList = (typeof TOLD_LISTS)[number];

/** What changed of a part, in words. */
export interface ToldPart {
  readonly fields: readonly ToldField[];
  readonly lists: readonly { readonly list: ToldList; readonly items: readonly ToldItem[] }[];
  /** Steps that stand elsewhere on the drawing, and do the same. */
  readonly moved: number;
}

/** Says what changed of a part that both states have. */
export function toldPart(part: ChangedPart, compared: Compared): ToldPart {
  const flows = [flowOf(part, compared.before), flowOf(part, compared.after)] as const;
  const known = {
    before: knownIn(compared.before, flows[0] ?? storied(part, compared.before)),
    after: knownIn(compared.after, flows[1] ?? storied(part, compared.after)),
  };
  const told = (item: ChangedItem): ToldItem => {
    const kind = kindOf(item);
    return {
      key: idOf(item),
      became: item.became,
      name: nameOf(item, flows),
      ...(kind === null ? {} : { kind: words.flows.kinds[kind] }),
      fields: toldFields(item.fields, kind, known),
      isMoved: item.isMoved && item.list !== 'nodes' && item.list !== 'edges',
      isDrawn: item.list === 'nodes',
    };
  };
  const isTold = (item: ChangedItem): boolean => isChange(item) || (item.isMoved && item.list !== 'nodes');
  return {
    fields: toldFields(part.fields, null, known),
    lists: TOLD_LISTS.map((list) => ({
      list,
      items: part.items.filter((item) => item.list === list && isTold(item)).map(told),
    })),
    moved: part.items.filter((item) => item.list === 'nodes' && standsElsewhere(item)).length,
  };
}

/** The flow that a story tells of; undefined: the part is no story. */
function storied({ collection }: ChangedPart, { flow }: Pick<Revision, 'flow'>): Flow | undefined {
  return collection === 'scenarios' ? flow : undefined;
}

/** The flow that a part is; undefined: it is none, or it is not there. */
export function flowOf(
  { collection, id }: Pick<ChangedPart, 'collection' | 'id'>,
  { flow, called }: Pick<Revision, 'flow' | 'called'>,
): Flow | undefined {
  if (collection === 'flow') return flow;
  return collection === 'called' && id !== undefined && Object.hasOwn(called, id) ? called[id] : undefined;
}

function knownIn(revision: Revision, flow: Flow | undefined) {
  return { content: revision, contracts: Object.values(revision.activities), names: namesIn(flow) };
}

function nameOf(changed: ChangedItem, flows: readonly (Flow | undefined)[]): string {
  const { list, item } = changed;
  if (list === 'edges') {
    const from = item['from'];
    const names = new Map(flows.flatMap((flow) => (flow?.nodes ?? []).map(({ id, name }) => [id, name])));
    const node = isJsonObject(from) ? String(from['node']) : '';
    const to = String(item['to']);
    return words.changed.arrow(names.get(node) ?? node, names.get(to) ?? to);
  }
  const name = item['name'];
  if (typeof name === 'string' && name.trim() !== '') return name;
  const kind = kindOf({ list, item });
  return kind === null ? idOf(changed) : words.flows.kinds[kind];
}

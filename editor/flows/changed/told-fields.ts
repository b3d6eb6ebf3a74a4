import type { ChangedField, ChangedItem } from '../../../definitions/edit/what-changed.ts';
import { flowIn } from '../../../definitions/flow/drawn.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import type { Json } from '../../../definitions/flow/json.ts';
import type { NodeKind } from '../../../definitions/flow/node.ts';
import { fieldWords, hasWords } from '../../designer/inspector/field-words.ts';
import { spoken } from '../../designer/inspector/known-inputs.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { words } from '../../shell/words.ts';
import { leafChanges } from './leaf-changes.ts';
import { saidValue, type Known } from './said-value.ts';

/** A field that is not as it was, as one would say it. */
export interface ToldField {
  readonly title: string;
  /** Null: there was, or is, none. */
  readonly before: string | null;
  readonly after: string | null;
  /** Instead of the two: the same things in another order. */
  readonly isReordered: boolean;
}

/** What of its fields is another; `kind` is that of a step, and null for whatever else it is. */
export function toldFields(
  fields: readonly ChangedField[],
  kind: NodeKind | null,
  known: { readonly before: Known; readonly after: Known },
): readonly ToldField[] {
  return fields
    .filter(({ field }) => field !== 'position')
    .flatMap(({ field, before, after }) => leafChanges(before, after, [field]))
    .map(({ path, items, before, after, isReordered }) => ({
      title: [titleOf(path, kind), ...items.map((item) => `“${nameIn(item, path, known.after)}”`)].join(
        ' · ',
      ),
      before: said(before, path, known.before),
      after: said(after, path, known.after),
      isReordered: isReordered === true,
    }));
}

/** A step or an activity that a story answers for is named as people call it. */
function nameIn(item: string, path: readonly string[], { content, contracts }: Known): string {
  if (path[0] !== 'tasks' && path[0] !== 'activities') return item;
  const [flowId, node] = item.includes('/') ? item.split('/') : [content.flow.id, item];
  const step = flowIn(content, flowId ?? '')?.nodes.find(({ id }) => id === node);
  return step?.name ?? contracts.find(({ name }) => name === item)?.title ?? item;
}

/** Names of what the things of a flow name by id: its bands, its steps and their ways. */
export function namesIn(flow: Flow | undefined): ReadonlyMap<string, string> {
  return new Map([
    ...(flow?.lanes ?? []).map(({ id, name }) => [id, name] as const),
    ...(flow?.nodes ?? []).map(({ id, name }) => [id, name] as const),
    ...(flow?.nodes ?? []).flatMap((node) => {
      const ways =
        node.kind === 'exclusiveGateway' ? node.branches : node.kind === 'eventBasedGateway' ? node.arms : [];
      const others = 'boundary' in node ? (node.boundary ?? []) : [];
      return [
        ...ways.map(({ port, name }) => [port, name] as const),
        ...others.map(({ id, name }) => [id, name] as const),
      ];
    }),
  ]);
}

/** The kind of a step that changed; null: it is no step. */
export function kindOf({ list, item }: Pick<ChangedItem, 'list' | 'item'>): NodeKind | null {
  const { kind } = item;
  return list === 'nodes' && isKind(kind) ? kind : null;
}

function isKind(kind: unknown): kind is NodeKind {
  return typeof kind === 'string' && Object.hasOwn(words.flows.kinds, kind);
}

function titleOf(path: readonly string[], kind: NodeKind | null): string {
  if (kind !== null && hasWords(kind, path)) return fieldWords(kind, path).title;
  const { fields } = words.changed;
  const found = path.map((_, from) => path.slice(from).join('.')).find((key) => Object.hasOwn(fields, key));
  if (found !== undefined) return fields[found] ?? '';
  const last = path.at(-1) ?? '';
  const { story } = drawingWords.approval;
  const ofStory = [path.slice(-2).join('.'), last].find((key) => Object.hasOwn(story, key));
  if (ofStory !== undefined) return story[ofStory] ?? '';
  // What form a part has is said with the part.
  if (last === 'kind' || last === 'on') return titleOf(path.slice(0, -2), kind);
  return spoken(last);
}

function said(value: Json | undefined, path: readonly string[], known: Known): string | null {
  return value === undefined ? null : saidValue(value, path, known);
}

import type { ActivityContract } from '../../definitions/activity/contract.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { Acting } from '../drawing/actor.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { words } from '../shell/words.ts';
import type { StepChoice } from './commands/new-step.ts';

/** One thing to put on the canvas, as the palette shows it. */
export interface PaletteItem {
  /** Known by it in lists and while it is dragged. */
  readonly key: string;
  readonly title: string;
  readonly help: string;
  readonly choice: StepChoice;
  /** What its icon is drawn from. */
  readonly sign: Acting;
  /** The name of its activity's own icon, where it has one. */
  readonly icon?: string | undefined;
}

export interface PaletteGroup {
  readonly title: string;
  readonly items: readonly PaletteItem[];
}

/** All that may be put on the canvas of a flow, in groups: kinds of steps, activities that workers offer, flows. */
export function paletteOf(
  contracts: readonly ActivityContract[],
  content: DraftContent,
  flowId: string,
): readonly PaletteGroup[] {
  const { groups } = drawingWords.designer;
  const flows = [content.flow, ...Object.values(content.called)].filter(({ id }) => id !== flowId);
  const all: readonly PaletteGroup[] = [
    { title: groups.rules, items: [ofKind('businessRuleTask'), ofKind('exclusiveGateway')] },
    {
      title: groups.people,
      items: [ofKind('userTask'), ofKind('intermediateCatchEvent'), ofKind('eventBasedGateway')],
    },
    {
      title: groups.do,
      items: contracts
        .toSorted((a, b) => a.title.localeCompare(b.title, 'en'))
        .map((contract) => ({
          key: `activity ${contract.name}`,
          title: contract.title,
          help: contract.description,
          choice: { kind: 'serviceTask', contract },
          sign: { kind: 'serviceTask' },
          icon: contract.icon,
        })),
    },
    {
      title: groups.flows,
      items: flows.map((flow) => ({
        key: `flow ${flow.id}`,
        title: flow.name,
        help: flow.description ?? '',
        choice: { kind: 'callActivity', flow },
        sign: { kind: 'callActivity' },
      })),
    },
    {
      title: groups.more,
      items: [ofKind('parallelGateway'), ofKind('startEvent'), ofKind('endEvent'), ofKind('textAnnotation')],
    },
  ];
  return all.filter(({ items }) => items.length > 0);
}

/** The groups with what is left of them by what somebody is looking for; groups that keep nothing are left out. */
export function foundIn(groups: readonly PaletteGroup[], wanted: string): readonly PaletteGroup[] {
  const parts = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return groups;
  return groups
    .map(({ title, items }) => ({
      title,
      items: items.filter((item) => {
        const text = `${item.title} ${item.help}`.toLowerCase();
        return parts.every((part) => text.includes(part));
      }),
    }))
    .filter(({ items }) => items.length > 0);
}

function ofKind(kind: Exclude<StepChoice['kind'], 'serviceTask' | 'callActivity'>): PaletteItem {
  return {
    key: `kind ${kind}`,
    title: words.flows.kinds[kind],
    help: drawingWords.designer.kindHelp[kind],
    choice: { kind },
    sign: { kind },
  };
}

import { lookUp } from '../../../definitions/check/environment.ts';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import type { FormField } from '../../../definitions/flow/user-task.ts';
import type { DrawnWith } from './canvas-nodes.ts';

/** What of a step can be looked into: its table, its questions, or what its activity is for. */
export type GlimpseOf =
  | { readonly table: DecisionTable }
  | { readonly questions: readonly FormField[] }
  | { readonly purpose: string };

/** Null: its card says all there is. */
export function glimpseOf(
  node: FlowNode,
  { content, activities }: Pick<DrawnWith, 'content' | 'activities'>,
): GlimpseOf | null {
  switch (node.kind) {
    case 'businessRuleTask': {
      const table = 'table' in node.decision ? lookUp(content.tables, node.decision.table) : undefined;
      return table === undefined ? null : { table };
    }
    case 'userTask':
      return node.form.length === 0 ? null : { questions: node.form };
    case 'serviceTask': {
      const purpose = lookUp(activities, node.activity)?.description ?? '';
      return purpose === '' ? null : { purpose };
    }
    default:
      return null;
  }
}

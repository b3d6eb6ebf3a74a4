import type { TypeEnvironment } from '../../../definitions/feel/compile.ts';
import { pointer } from '../../../definitions/flow/json-pointer.ts';
import type { ValueType } from '../../../definitions/flow/value-type.ts';
import type { Steps } from './json-change.ts';
import type { Panel } from './panel.ts';

/** What an expression at a place of the node should come to, if that is one thing. */
export function wantedAt({ sites }: Panel, steps: Steps): ValueType | undefined {
  const wants = sites.get(pointer(...steps))?.wants ?? [];
  return wants.length === 1 ? wants[0] : undefined;
}

/** What an expression at a place of the node may name; also where there is none yet. */
export function typesAt(panel: Panel, steps: Steps): TypeEnvironment {
  const { check, node, sites } = panel;
  const site = sites.get(pointer(...steps));
  if (site !== undefined) return site.types;
  if (node.kind === 'callActivity' && steps[0] === 'output') return check.calledOutputs(node.flow) ?? {};
  return steps[0] === 'repeat' || steps[0] === 'boundary' ? check.variables : check.turnTypes(node);
}

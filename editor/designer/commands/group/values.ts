import { usesIn } from '../../../../definitions/check/variable-uses.ts';
import { OUT } from '../../../../definitions/flow/base.ts';
import type { DraftContent } from '../../../../definitions/flow/draft.ts';
import type { Flow, Variable } from '../../../../definitions/flow/flow.ts';
import { pointerSteps } from '../../../../definitions/flow/json-pointer.ts';
import type { FlowNode } from '../../../../definitions/flow/node.ts';
import type { Region } from './region.ts';

/** How the steps of a flow use one of its variables, and what else speaks of it. */
export interface VariableInSteps {
  readonly variable: Variable;
  /** Steps that read it, or may. */
  readonly reads: ReadonlySet<string>;
  /** Steps that set it, and the ports by which they are left when they have. */
  readonly sets: ReadonlyMap<string, ReadonlySet<string>>;
  /** A caller, or a story, speaks of it. */
  readonly isSpokenOf: boolean;
}

/** What steps that become a flow of their own take along, are given, and give back: names of variables. */
export interface GroupValues {
  readonly taken: readonly Variable[];
  /** Read before the steps have set them, or given back though the steps may not have set them. */
  readonly inputs: readonly string[];
  /** Set by the steps, and read by others, or by the steps themselves when they come round again. */
  readonly outputs: readonly string[];
  /** Used by no other step, nor by anybody else: they leave with the steps. */
  readonly leaving: ReadonlySet<string>;
}

/** How the steps of a flow use its variables. */
export function variablesInSteps(content: DraftContent, flow: Flow): readonly VariableInSteps[] {
  const usesOf = usesIn(content, flow.id);
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  return flow.variables.map((variable) => {
    const { uses, doubtful, stories } = usesOf(variable.name);
    const own = uses.filter((use) => use.flow === flow.id);
    const sets = new Map<string, Set<string>>();
    for (const use of own) {
      if (use.how !== 'writes') continue;
      const ports = sets.get(use.node) ?? new Set();
      sets.set(use.node, ports.add(portOfResult(nodes.get(use.node), use.field)));
    }
    const reading = own.filter(({ how }) => how === 'reads' || how === 'decides');
    return {
      variable,
      reads: new Set([...reading, ...doubtful].flatMap((at) => (at.flow === flow.id ? [at.node] : []))),
      sets,
      isSpokenOf: variable.input === true || variable.output === true || stories.length > 0,
    };
  });
}

/** What a region takes along, is given and gives back. */
export function valuesOf(region: Region, all: readonly VariableInSteps[]): GroupValues {
  const { ids } = region;
  const isWithin = (id: string): boolean => ids.has(id);
  const outputs: string[] = [];
  const inputs: string[] = [];
  const taken: Variable[] = [];
  const leaving = new Set<string>();
  for (const { variable, reads, sets, isSpokenOf } of all) {
    const users = [...reads, ...sets.keys()];
    if (!users.some(isWithin)) continue;
    taken.push(variable);
    const unset = stillUnset(region, sets);
    const isReadFirst = [...reads].some((id) => unset.steps.has(id));
    const isReadOutside = [...reads].some((id) => !isWithin(id));
    const isGivenBack = [...sets.keys()].some(isWithin) && (isReadOutside || isReadFirst || isSpokenOf);
    if (isGivenBack) outputs.push(variable.name);
    if (isReadFirst || (isGivenBack && unset.atEnd)) inputs.push(variable.name);
    else if (!isGivenBack && !isSpokenOf && users.every(isWithin)) leaving.add(variable.name);
  }
  return { taken, inputs, outputs, leaving };
}

/** The steps of a region at which a variable may not have been set by it, and whether that may be so at its end. */
function stillUnset(
  { entry, inside, outOf }: Region,
  sets: VariableInSteps['sets'],
): { readonly steps: ReadonlySet<string>; readonly atEnd: boolean } {
  const isSetBy = ({ node, port }: { readonly node: string; readonly port: string }): boolean =>
    sets.get(node)?.has(port) === true;
  const steps = new Set<string>();
  const open = [entry.id];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (steps.has(id)) continue;
    steps.add(id);
    for (const { from, to } of inside) if (from.node === id && !isSetBy(from)) open.push(to);
  }
  return { steps, atEnd: outOf.some(({ from }) => steps.has(from.node) && !isSetBy(from)) };
}

/** The port by which a step is left once a result of it is set: a way of its own has its own result. */
function portOfResult(node: FlowNode | undefined, field: string): string {
  const [part, index] = pointerSteps(field);
  if (node === undefined) return OUT;
  if (part === 'boundary' && 'boundary' in node) return node.boundary?.[Number(index)]?.id ?? OUT;
  if (part === 'arms' && node.kind === 'eventBasedGateway') return node.arms[Number(index)]?.port ?? OUT;
  return OUT;
}

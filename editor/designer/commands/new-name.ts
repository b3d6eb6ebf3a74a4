import {
  draftContext,
  readersByTypes,
  seesVariable,
  type VariableUse,
} from '../../../definitions/check/variable-uses.ts';
import type { CheckContext } from '../../../definitions/check/context.ts';
import { isHidden, sitesOf, type ExpressionSite } from '../../../definitions/check/expression-sites.ts';
import type { TypeEnvironment } from '../../../definitions/feel/compile.ts';
import { renamedTypes, written, type NamedPlace, type NewName } from '../../../definitions/feel/names-in.ts';
import { normalName } from '../../../definitions/feel/parse/name.ts';
import { isReadableName } from '../../../definitions/feel/readable-name.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { isSameName } from '../../../definitions/flow/flow-names.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';

/**
 * Why a variable cannot be called so. `no name`: FEEL does not read it as one. `taken`: something in sight of the flow's
 * steps has it. `read otherwise`: the expression at that step would not mean the variable by it. `too long`: an expression
 * of that flow would be.
 */
export type Refusal =
  | { readonly code: 'no such variable' | 'no name' | 'taken' }
  | { readonly code: 'read otherwise'; readonly flow: string; readonly node: string; readonly field: string }
  | { readonly code: 'too long'; readonly flow: string };

/** Why a flow's variable cannot be called otherwise so; undefined if it can. */
export function refusalOf(
  content: DraftContent,
  flow: Flow,
  uses: readonly VariableUse[],
  name: NewName,
): Refusal | undefined {
  if (!isReadableName(name.to)) return { code: 'no name' };
  const own = draftContext(flow, content);
  if (isTaken(own, uses, name)) return { code: 'taken' };
  return (
    readOtherwise(own, name, (node, site) => seesVariable(own, node, site, name.from)) ??
    callersOf(content, flow).reduce<Refusal | undefined>((found, caller) => {
      const context = draftContext(caller, content);
      return (
        found ?? readOtherwise(context, name, (_, { types }) => types === context.calledOutputs(flow.id))
      );
    }, undefined)
  );
}

/** Why a new variable of a flow cannot be called so; undefined if it can. */
export function refusalOfNew(flow: Flow, name: string): 'no name' | 'taken' | undefined {
  if (!isReadableName(name)) return 'no name';
  return isTakenAmong(flow.variables, name) ? 'taken' : undefined;
}

function isTaken(context: CheckContext, uses: readonly VariableUse[], { from, to }: NewName): boolean {
  const { flow } = context;
  const variables = flow.variables.filter(({ name }) => name !== from);
  const isOutput = flow.variables.some(({ name, output }) => name === from && output === true);
  return (
    isTakenAmong(variables, to) ||
    (isOutput && isSameName(OUTCOME, to)) ||
    uses.some((use) => use.flow === flow.id && isInTurnThatNames(context, use, to))
  );
}

function isTakenAmong(variables: Flow['variables'], to: string): boolean {
  return variables.some(({ name }) => isSameName(name, to) || normalName(name) === normalName(to));
}

/** What a called flow came to: it stands beside its outputs. */
const OUTCOME = 'outcome';

/** Whether a use is in the turn of a repeat which calls something of its own by this name. */
function isInTurnThatNames(context: CheckContext, use: VariableUse, name: string): boolean {
  const node = context.graph.nodes.get(use.node);
  if (node === undefined || !isHidden(node, name)) return false;
  if (use.how === 'decides') return true;
  return (
    use.how === 'reads' &&
    sitesOf(context, node).some(({ field, types }) => field === use.field && types !== context.variables)
  );
}

function callersOf({ flow, called }: DraftContent, { id }: Flow): readonly Flow[] {
  return [flow, ...Object.values(called)].filter(({ nodes }) =>
    nodes.some((node) => node.kind === 'callActivity' && node.flow === id),
  );
}

/** The first expression, of those that see the variable, which would name something else after it. */
function readOtherwise(
  context: CheckContext,
  name: NewName,
  isMeant: (node: FlowNode, site: ExpressionSite) => boolean,
): Refusal | undefined {
  const readers = readersByTypes();
  const renamed = new Map<TypeEnvironment, TypeEnvironment>();
  for (const node of context.flow.nodes) {
    for (const site of sitesOf(context, node)) {
      if (!isMeant(node, site) || site.source.trim() === '') continue;
      const types = renamed.get(site.types) ?? renamedTypes(site.types, name);
      renamed.set(site.types, types);
      const before = readers(site.types).read(site.source, { kind: 'expression' })?.names;
      if (before === undefined) continue;
      const own = before.filter((place) => place.name === name.from);
      const after = readers(types).read(written(site.source, own, name.to), { kind: 'expression' })?.names;
      if (!isSame(before, after, name))
        return { code: 'read otherwise', flow: context.flow.id, node: node.id, field: site.field };
    }
  }
  return undefined;
}

function isSame(
  before: readonly NamedPlace[],
  after: readonly NamedPlace[] | undefined,
  { from, to }: NewName,
): boolean {
  return (
    after?.length === before.length &&
    after.every(({ name }, i) => name === (before[i]?.name === from ? to : before[i]?.name))
  );
}

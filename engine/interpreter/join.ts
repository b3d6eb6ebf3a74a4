import type { Draft } from './draft.ts';
import { leave } from './move.ts';
import { openScope } from './open-scope.ts';
import type { FlowPlan, NodePlan } from './program.ts';
import { reachersOf } from './reach.ts';
import { standingOf } from './standing.ts';
import type { Token } from './state.ts';

/*
 * When a join fires. Tokens that came of the same split belong together, those of splits inside it too. A join has
 * waited long enough for a split once each of its living tokens either stands at the join or can no longer come to
 * it: the drawing leads it elsewhere, or only through the split's own gateway, which would part it anew. So a branch
 * that dies, or turns off to another join, holds nobody up, and a token that may still come is always awaited.
 *
 * The tokens become one. As long as tokens of a split around theirs may still come here, it waits for those too, as
 * one of them. Then it goes on with the split's own parent, unless others of the split are still about and may be met
 * at a later join: then it stays one of the split.
 */

interface Standee {
  readonly id: string;
  readonly token: Token;
}

/** Fires one join that has waited long enough, or lets its tokens become one that waits on. False: none can. */
export function settleOneJoin(draft: Draft): boolean {
  if (draft.tokens.find(({ at }) => at === 'joining') === undefined) return false;
  const tokens: Standee[] = [];
  for (const id of draft.tokens.ids()) {
    const token = draft.tokens.get(id);
    if (token !== undefined) tokens.push({ id, token });
  }
  const tried = new Set<string>();
  for (const { token } of tokens) {
    const join = JSON.stringify([token.scope, token.node]);
    if (token.at !== 'joining' || tried.has(join)) continue;
    if (settleAt(draft, tokens, token.scope, token.node)) return true;
    tried.add(join);
  }
  return breakDeadlock(draft, tokens);
}

function settleAt(draft: Draft, all: readonly Standee[], scope: string, node: string): boolean {
  const flow = openScope(draft, scope).plan;
  const join = flow.nodes.get(node);
  if (join === undefined) return false;
  const inScope = all.filter(({ token }) => token.scope === scope);
  const isHere = ({ token }: Standee): boolean => token.at === 'joining' && token.node === node;
  const here = inScope.filter(isHere);
  const elsewhere = inScope.filter((standee) => !isHere(standee));
  const splits = [...new Set(here.map(({ token }) => token.split))];
  // Inner splits first: what they make one counts for the outer.
  splits.sort((a, b) => depthOf(draft, b) - depthOf(draft, a));
  return splits.some((split) => settleSplit(draft, flow, join, split, here, elsewhere));
}

function settleSplit(
  draft: Draft,
  flow: FlowPlan,
  join: NodePlan,
  split: string | null,
  here: readonly Standee[],
  elsewhere: readonly Standee[],
): boolean {
  const members = here.filter(({ token }) => isWithin(draft, token.split, split));
  const others = elsewhere.filter(({ token }) => isWithin(draft, token.split, split));
  const gateway = split === null ? undefined : draft.splits.get(split);
  const avoiding = gateway === undefined ? [] : [gateway.node];
  const comers = reachersOf(flow, join, avoiding);
  if (others.some(({ token }) => comers.has(token.node))) return false;
  if (split === null || gateway === undefined) return fire(draft, members, split);
  const outer = splitAwaited(draft, flow, join, split, here, elsewhere);
  if (outer === undefined) {
    return fire(draft, members, mayBeMetLater(flow, join, others, avoiding) ? split : gateway.parent);
  }
  const survivor = becomeOne(draft, members);
  if (survivor !== undefined) draft.tokens.set(survivor.id, { ...survivor.token, split: outer });
  return true;
}

/**
 * The nearest split around this one of which a further token stands here or may still come: then the join waits for
 * that one too. Null is the whole scope; undefined: there is none.
 */
function splitAwaited(
  draft: Draft,
  flow: FlowPlan,
  join: NodePlan,
  inner: string,
  here: readonly Standee[],
  elsewhere: readonly Standee[],
): string | null | undefined {
  const avoiding: string[] = [];
  let within: string | null = inner;
  while (within !== null) {
    const side: string = within;
    const { node, parent } = draft.splits.get(side) ?? { node: '', parent: null };
    avoiding.push(node);
    const comers = reachersOf(flow, join, [...avoiding, ...nodeOfSplit(draft, parent)]);
    const isRival = ({ token }: Standee): boolean =>
      isWithin(draft, token.split, parent) &&
      !isWithin(draft, token.split, side) &&
      !cameBySame(draft, token.split, parent, node);
    if (here.some(isRival)) return parent;
    if (elsewhere.some((standee) => isRival(standee) && comers.has(standee.token.node))) return parent;
    within = parent;
  }
  return undefined;
}

/** The members leave as one token of that split. */
function fire(draft: Draft, members: readonly Standee[], split: string | null): boolean {
  const survivor = becomeOne(draft, members);
  if (survivor === undefined) return false;
  draft.tokens.set(survivor.id, { ...survivor.token, split, at: 'working' });
  const at = standingOf(draft, survivor.id);
  if (at === undefined) return false;
  leave(draft, at, 'out', members.length === 1 ? undefined : { joined: members.length });
  return true;
}

function becomeOne(draft: Draft, members: readonly Standee[]): Standee | undefined {
  const [survivor, ...merged] = members;
  for (const { id } of merged) {
    const at = standingOf(draft, id);
    if (at !== undefined)
      draft.trace.push({
        at: draft.at,
        place: at.place,
        what: 'left',
        detail: { 'joined into visit': survivor?.token.visit ?? 0 },
      });
    draft.tokens.delete(id);
  }
  return survivor;
}

/**
 * Joins that can be reached from each other by a loop may wait for one another for ever. When all of a scope's
 * tokens stand at joins, the one where somebody came first gives way.
 */
function breakDeadlock(draft: Draft, all: readonly Standee[]): boolean {
  const first = all.find(
    ({ token }) =>
      token.at === 'joining' &&
      all.every((other) => other.token.scope !== token.scope || other.token.at === 'joining'),
  );
  if (first === undefined) return false;
  const members = all.filter(
    ({ token }) => token.scope === first.token.scope && token.node === first.token.node,
  );
  const stay = all.length > members.length ? first.token.split : null;
  return fire(draft, members, stay);
}

/** Whether one of `others` can come to a join that the token leaving `join` can come to as well. */
function mayBeMetLater(
  flow: FlowPlan,
  join: NodePlan,
  others: readonly Standee[],
  avoiding: readonly string[],
): boolean {
  if (others.length === 0) return false;
  return flow.joins.some((later) => {
    if (later === join) return false;
    const comers = reachersOf(flow, later, avoiding);
    return (
      comers.has(join.id) && others.some(({ token }) => token.node === later.id || comers.has(token.node))
    );
  });
}

/** Whether `split` is `outer` or lies inside it. Null as `outer` is the whole scope. */
function isWithin(draft: Draft, split: string | null, outer: string | null): boolean {
  for (let each = split; each !== outer; each = draft.splits.get(each)?.parent ?? null)
    if (each === null) return false;
  return true;
}

/** Whether the token came, inside of `outer`, of another occasion of the split at `node`: that one joins on its own. */
function cameBySame(draft: Draft, split: string | null, outer: string | null, node: string): boolean {
  for (let each = split; each !== null && each !== outer; each = draft.splits.get(each)?.parent ?? null) {
    if (draft.splits.get(each)?.node === node) return true;
  }
  return false;
}

function depthOf(draft: Draft, split: string | null): number {
  let depth = 0;
  for (let each = split; each !== null; each = draft.splits.get(each)?.parent ?? null) depth += 1;
  return depth;
}

function nodeOfSplit(draft: Draft, split: string | null): readonly string[] {
  const node = split === null ? undefined : draft.splits.get(split)?.node;
  return node === undefined ? [] : [node];
}

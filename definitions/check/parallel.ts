import type { CheckContext } from './context.ts';
import { branchesReaching, forksOf, isJoin, type Fork } from './forks.ts';
import type { Issue } from './issue.ts';
import { enumerated, wordFor } from './wording.ts';

const NONE: ReadonlySet<string> = new Set();

/**
 * Splits whose branches meet without a join (all that follows would be done once for each of them), and joins
 * where no two arrivals come of the same split. Branches that run to an end of their own need no join. What can be
 * said from the drawing alone; which branch a case takes is not looked at.
 */
export function checkParallel(context: CheckContext): readonly Issue[] {
  const issues: Issue[] = [];
  const served = new Set<string>();
  for (const fork of forksOf(context)) {
    const reaching = branchesReaching(context, fork, NONE);
    const joins = new Set<string>();
    for (const [id, branches] of reaching) {
      if (!isJoin(context, id)) continue;
      if (branches.length > 1) joins.add(id);
      if (arrivalsDiffer(context, fork, reaching, id)) served.add(id);
    }
    const issue = meetingIssue(context, fork, joins);
    if (issue !== undefined) issues.push(issue);
  }
  for (const node of context.graph.nodes.values()) {
    if (!isJoin(context, node.id) || served.has(node.id)) continue;
    issues.push({
      code: 'join without split',
      severity: 'error',
      place: { flow: context.flow.id, node: node.id },
      message: `${wordFor(node)} joins ways that no Split has parted, so there is nothing to wait for. Lead the arrows to the step after it.`,
    });
  }
  return issues;
}

/** Whether two arrows that arrive at a join can bring tokens of two branches of the fork. */
function arrivalsDiffer(
  { graph }: CheckContext,
  fork: Fork,
  reaching: ReadonlyMap<string, readonly number[]>,
  join: string,
): boolean {
  let single: number | undefined;
  let arrivals = 0;
  for (const edge of graph.incoming(join)) {
    const own = fork.branches.findIndex(({ id }) => id === edge.id);
    const branches = own >= 0 ? [own] : (reaching.get(edge.from.node) ?? []);
    const [branch, another] = branches;
    if (branch === undefined) continue;
    arrivals++;
    if (arrivals > 1 && (another !== undefined || single === undefined || branch !== single)) return true;
    single = another === undefined ? branch : undefined;
  }
  return false;
}

function meetingIssue(context: CheckContext, fork: Fork, joins: ReadonlySet<string>): Issue | undefined {
  const { flow, graph } = context;
  const reaching = branchesReaching(context, fork, joins);
  const meets = (id: string): boolean => {
    const kind = graph.nodes.get(id)?.kind;
    return (reaching.get(id)?.length ?? 0) > 1 && !joins.has(id) && kind !== 'endEvent';
  };
  const meeting = [...reaching.keys()].filter(meets);
  if (meeting.length === 0) return undefined;
  // Where they first meet says more than all that lies behind.
  const first = meeting.filter((id) => !graph.incoming(id).some(({ from }) => meets(from.node)));
  const names = (first.length > 0 ? first : meeting).flatMap((id) => graph.nodes.get(id) ?? []).map(wordFor);
  const split = fork.what === 'split';
  const place = { flow: flow.id, node: fork.node.id };
  const ways = split
    ? `The ways that part at ${wordFor(fork.node)}`
    : `The way of the timer at ${wordFor(fork.node)} and its main way`;
  return {
    code: 'split without join',
    severity: split ? 'error' : 'warning',
    place,
    message: `${ways} meet at ${enumerated(names)} without a Join: what follows would be done once for each of them.`,
  };
}

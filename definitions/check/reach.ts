import type { Feel } from '../flow/base.ts';
import type { CheckContext } from './context.ts';
import { lookUp } from './environment.ts';
import { sitesOf } from './expression-sites.ts';
import type { Issue, Place } from './issue.ts';

/** Names by which the size of somebody's audience goes, once words are parted and in lower case. */
const AUDIENCE =
  /\b(followers?|subscribers?|fans?|audience|friends) (count|number|size|total)\b|\b(number|count) of (followers|subscribers|fans|friends)\b|\bfollowers?\b|\baudience\b|\bklout\b|\binfluence(r)? (score|rank|level)\b|\binfluencer\b|^reach$|\breach (score|count|size)\b/;

/**
 * Rules that ask how many people somebody reaches. Everybody is treated alike, so none may: not a condition, not
 * a table, not what an activity or a person is given to go by.
 */
export function checkReach(context: CheckContext): readonly Issue[] {
  const { flow, environment } = context;
  const tables = new Set<string>();
  const issues: Issue[] = [];
  for (const node of context.graph.nodes.values()) {
    for (const { field, source } of sitesOf(context, node)) {
      issues.push(...asksForReach({ flow: flow.id, node: node.id, field }, source));
    }
    if (node.kind !== 'businessRuleTask' || !('table' in node.decision) || tables.has(node.decision.table))
      continue;
    tables.add(node.decision.table);
    const table = lookUp(environment.tables, node.decision.table);
    if (table === undefined) continue;
    const place = { flow: flow.id, node: node.id, table: table.id };
    for (const input of table.inputs) {
      const column = { ...place, column: input.id };
      issues.push(...asksForReach(column, input.expression ?? input.name));
      for (const row of table.rows) {
        issues.push(...asksForReach({ ...column, row: row.id }, row.when[table.inputs.indexOf(input)] ?? ''));
      }
    }
  }
  return issues;
}

function asksForReach(place: Place, source: Feel): readonly Issue[] {
  const named = AUDIENCE.exec(namesIn(source))?.[0];
  if (named === undefined) return [];
  const message = `A rule asks for “${named}”. How many people somebody reaches plays no part: everybody is treated alike.`;
  return [{ code: 'reach in a rule', severity: 'error', place, message }];
}

/** The source without its strings, its names parted into lower-case words: followersCount, followers_count → followers count. */
function namesIn(source: Feel): string {
  return source
    .slice(0, 20_000)
    .replace(/"(?:[^"\\]|\\.)*"/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .toLowerCase();
}

import type { DecisionTable } from '../decision/table.ts';
import type { Feel } from '../flow/base.ts';
import { pointerSteps } from '../flow/json-pointer.ts';
import type { FlowNode } from '../flow/node.ts';
import type { CheckContext } from './context.ts';
import { lookUp } from './environment.ts';
import { sitesOf } from './expression-sites.ts';
import type { Fix } from './fix.ts';
import type { Issue, Place } from './issue.ts';
import { requiredOf } from './schema-type.ts';
import { allOf } from './table-use.ts';
import { wordFor } from './wording.ts';

/** Names by which the size of somebody's audience goes, once words are parted and in lower case. */
const AUDIENCE =
  /\b(followers?|subscribers?|fans?|audience|friends) (count|number|size|total)\b|\b(number|count) of (followers|subscribers|fans|friends)\b|\bfollowers?\b|\baudience\b|\bklout\b|\binfluence(r)? (score|rank|level)\b|\binfluencer\b|^reach$|\breach (score|count|size)\b/;

/**
 * Rules that ask how many people somebody reaches. Everybody is treated alike, so none may: not a condition, not
 * a table, not what an activity or a person is given to go by.
 */
export function checkReach(context: CheckContext): readonly Issue[] {
  const tables = new Set<string>();
  return [...context.graph.nodes.values()].flatMap((node): readonly Issue[] => {
    const own = sitesOf(context, node).flatMap(({ field, source }) =>
      asksForReach({ flow: context.flow.id, node: node.id, field }, source, wordFor(node), () =>
        leftOut(context, node, field),
      ),
    );
    if (node.kind !== 'businessRuleTask' || !('table' in node.decision)) return own;
    const ofTables = allOf(context.tableUse(node)).flatMap(({ table }) => {
      if (tables.has(table.id)) return [];
      tables.add(table.id);
      return checkTable({ flow: context.flow.id, node: node.id, table: table.id }, table);
    });
    return [...own, ...ofTables];
  });
}

function checkTable(place: Place, { name, inputs, outputs, rows }: DecisionTable): readonly Issue[] {
  const asks = (at: Partial<Place>, source: Feel | undefined): readonly Issue[] =>
    source === undefined ? [] : asksForReach({ ...place, ...at }, source, `the table “${name}”`);
  return [
    ...inputs.flatMap((input) => asks({ column: input.id }, input.expression ?? input.name)),
    ...outputs.flatMap((output) => asks({ column: output.id }, output.default)),
    ...rows.flatMap(({ id: row, when, then }) => [
      ...inputs.flatMap(({ id: column }, at) => asks({ row, column }, when[at])),
      ...outputs.flatMap(({ id: column }, at) => asks({ row, column }, then[at])),
    ]),
  ];
}

function asksForReach(
  place: Place,
  source: Feel,
  who: string,
  fix: () => Fix | undefined = () => undefined,
): readonly Issue[] {
  const named = AUDIENCE.exec(namesIn(source))?.[0];
  if (named === undefined) return [];
  const message = `${who} goes by “${named}”. How many people somebody reaches plays no part: everybody is treated alike.`;
  const how = fix();
  return [
    {
      code: 'reach in a rule',
      severity: 'error',
      place,
      message,
      ...(how === undefined ? {} : { fix: how }),
    },
  ];
}

/** What a step can do without is left out; what a rule goes by instead only its author knows. */
function leftOut({ environment }: CheckContext, node: FlowNode, field: string): Fix | undefined {
  const [part, name = ''] = pointerSteps(field);
  if (part !== 'input' && part !== 'show' && part !== 'priority') return undefined;
  if (node.kind === 'serviceTask') {
    const contract = lookUp(environment.activities, node.activity);
    if (contract === undefined || requiredOf(contract.input).includes(name)) return undefined;
  }
  return { title: 'Leave it out', changes: [{ do: 'unset', node: node.id, field }] };
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

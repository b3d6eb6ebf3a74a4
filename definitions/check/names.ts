import type { CheckContext } from './context.ts';
import type { Issue, Place } from './issue.ts';
import { nameKey } from '../flow/flow-names.ts';
import { pointer } from '../flow/json-pointer.ts';
import { portsOf } from '../flow/ports.ts';
import { wordFor } from './wording.ts';

/** Ids that stand twice, names that people or FEEL cannot tell apart, variables without a name, unknown lanes. */
export function checkNames(context: CheckContext): readonly Issue[] {
  const { flow } = context;
  const place: Place = { flow: flow.id };
  return [
    ...twice(flow.nodes, ({ id }) => id).map((node) =>
      duplicate({ ...place, node: node.id }, 'step', node.id),
    ),
    ...twice(flow.edges, ({ id }) => id).map((edge) =>
      duplicate({ ...place, edge: edge.id }, 'arrow', edge.id),
    ),
    ...twice(flow.lanes, ({ id }) => id).map((lane) =>
      duplicate({ ...place, field: '/lanes' }, 'band', lane.id),
    ),
    ...flow.nodes.flatMap((node) =>
      twice(portsOf(node), ({ port }) => port).map(({ port }) =>
        duplicate({ ...place, node: node.id }, `way out of ${wordFor(node)}`, port),
      ),
    ),
    ...checkVariableNames(context),
    ...checkNodeNames(context),
    ...checkLanes(context),
  ];
}

function checkVariableNames({ flow }: CheckContext): Issue[] {
  const issues: Issue[] = [];
  for (const [index, variable] of flow.variables.entries()) {
    if (variable.name.trim() !== '') continue;
    const place = { flow: flow.id, field: pointer('variables', index, 'name') };
    issues.push({ code: 'empty name', severity: 'error', place, message: 'A value needs a name.' });
  }
  for (const variable of twice(flow.variables, ({ name }) => name)) {
    issues.push(duplicate({ flow: flow.id, variable: variable.name }, 'variable', variable.name));
  }
  for (const [first, other] of alikeButNotSame(flow.variables)) {
    issues.push({
      code: 'names differ only by case',
      severity: 'error',
      place: { flow: flow.id, variable: other.name },
      message: `The values “${first.name}” and “${other.name}” differ only by case or spaces. Give one another name.`,
    });
  }
  return issues;
}

function checkNodeNames({ flow }: CheckContext): Issue[] {
  const named = flow.nodes.filter(({ kind, name }) => kind !== 'textAnnotation' && name.trim() !== '');
  return alikeButNotSame(named).map(([first, other]) => ({
    code: 'names differ only by case',
    severity: 'warning',
    place: { flow: flow.id, node: other.id, field: '/name' },
    message: `The steps “${first.name}” and “${other.name}” differ only by case or spaces. Write both alike, or name what differs.`,
    fix: {
      title: `Call it “${first.name}”`,
      changes: [{ do: 'set', node: other.id, field: '/name', value: first.name }],
    },
  }));
}

function checkLanes({ flow }: CheckContext): Issue[] {
  const lanes = new Set(flow.lanes.map(({ id }) => id));
  return flow.nodes.flatMap((node): Issue[] => {
    const place = { flow: flow.id, node: node.id, field: '/lane' };
    if (node.lane === undefined)
      return lanes.size === 0 || node.kind === 'textAnnotation'
        ? []
        : [
            {
              code: 'outside the bands',
              severity: 'warning',
              place,
              message: `${wordFor(node)} stands in no band, so it is drawn above all of them. Say in which band it belongs.`,
            },
          ];
    if (lanes.has(node.lane)) return [];
    return [
      {
        code: 'unknown lane',
        severity: 'warning',
        place,
        message: `${wordFor(node)} stands in a band that the drawing does not have.`,
        fix: {
          title: 'Take it out of the band',
          changes: [{ do: 'unset', node: node.id, field: '/lane' }],
        },
      },
    ];
  });
}

function duplicate(place: Place, what: string, id: string): Issue {
  return {
    code: 'duplicate id',
    severity: 'error',
    place,
    message: `There is more than one ${what} “${id}”.`,
  };
}

/** Of the items that share a key, the second of each. */
function twice<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  const counts = new Map<string, number>();
  return items.filter((item) => {
    const count = (counts.get(key(item)) ?? 0) + 1;
    counts.set(key(item), count);
    return count === 2;
  });
}

/** Pairs whose names differ, but not once case and runs of blanks are left out; each with the first of its like. */
function alikeButNotSame<T extends { readonly name: string }>(
  items: readonly T[],
): readonly (readonly [T, T])[] {
  const firsts = new Map<string, T>();
  const seen = new Set<string>();
  const pairs: (readonly [T, T])[] = [];
  for (const item of items) {
    const key = nameKey(item.name);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, item);
    else if (first.name !== item.name && !seen.has(item.name)) pairs.push([first, item]);
    seen.add(item.name);
  }
  return pairs;
}

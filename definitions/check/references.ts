import { nearestName } from '../feel/nearest.ts';
import { pointer } from '../flow/json-pointer.ts';
import type { FlowNode } from '../flow/node.ts';
import type { Wait } from '../flow/wait.ts';
import type { CheckContext } from './context.ts';
import { lookUp, type Environment } from './environment.ts';
import type { Issue } from './issue.ts';
import { didYouMean, wordFor } from './wording.ts';

/** Something outside of the flow that a node names. */
interface Reference {
  readonly field: string;
  readonly name: string;
  readonly to: keyof typeof KINDS;
}

const KINDS = {
  activities: { code: 'unknown activity', what: 'activity' },
  tables: { code: 'unknown table', what: 'decision table' },
  flows: { code: 'unknown flow', what: 'flow' },
  calendars: { code: 'unknown calendar', what: 'calendar' },
} as const satisfies Partial<Record<keyof Environment, unknown>>;

/** Activities, tables, flows and calendars that are named and do not exist. */
export function checkReferences({ flow, graph, environment }: CheckContext): readonly Issue[] {
  return [...graph.nodes.values()].flatMap((node) =>
    referencesOf(node).flatMap(({ field, name, to }): Issue[] => {
      const known: { readonly [name: string]: unknown } = environment[to];
      if (lookUp(known, name) !== undefined) return [];
      const { code, what } = KINDS[to];
      const meant = nearestName(name, Object.keys(known));
      return [
        {
          code,
          severity: 'error',
          place: { flow: flow.id, node: node.id, field },
          message:
            name === ''
              ? `${wordFor(node)} names no ${what}.`
              : `${wordFor(node)}: there is no ${what} “${name}”.${didYouMean(meant)}`,
          ...(meant === undefined
            ? {}
            : {
                fix: {
                  title: `Take “${meant}”`,
                  changes: [{ do: 'set', node: node.id, field, value: meant }],
                },
              }),
        },
      ];
    }),
  );
}

/** Ids of the calendars that a node's waits name. */
export function calendarsOf(node: FlowNode): readonly string[] {
  return referencesOf(node).flatMap(({ to, name }) => (to === 'calendars' ? [name] : []));
}

function referencesOf(node: FlowNode): readonly Reference[] {
  switch (node.kind) {
    case 'startEvent':
    case 'endEvent':
    case 'exclusiveGateway':
    case 'parallelGateway':
    case 'textAnnotation':
      return [];
    case 'intermediateCatchEvent':
      return calendarOf(node.wait, '/wait');
    case 'eventBasedGateway':
      return node.arms.flatMap((arm, index) =>
        arm.on === 'time' ? calendarOf(arm.wait, pointer('arms', index, 'wait')) : [],
      );
    case 'businessRuleTask': {
      const { decision } = node;
      return 'table' in decision
        ? [{ field: '/decision/table', name: decision.table, to: 'tables' }, ...boundaryCalendars(node)]
        : boundaryCalendars(node);
    }
    case 'serviceTask':
      return [{ field: '/activity', name: node.activity, to: 'activities' }, ...boundaryCalendars(node)];
    case 'callActivity':
      return [{ field: '/flow', name: node.flow, to: 'flows' }, ...boundaryCalendars(node)];
    case 'userTask':
      return boundaryCalendars(node);
  }
}

function boundaryCalendars(node: Extract<FlowNode, { readonly boundary?: unknown }>): readonly Reference[] {
  return (node.boundary ?? []).flatMap((event, index) =>
    event.kind === 'timer' ? calendarOf(event.wait, pointer('boundary', index, 'wait')) : [],
  );
}

function calendarOf(wait: Wait, at: string): readonly Reference[] {
  return wait.kind === 'businessHours'
    ? [{ field: `${at}/calendar`, name: wait.calendar, to: 'calendars' }]
    : [];
}

import type { z } from 'zod';
import type { Issue, Place } from '../check/issue.ts';
import { BOUNDS } from './bounds.ts';
import { FLOW_SCHEMA, type Flow } from './flow.ts';
import { FlowSchema } from './flow.schema.ts';
import type { JsonObject } from './json.ts';
import { nestsAtMost } from './json-depth.ts';
import { losesMember, UNKEPT_NAME } from './json-members.ts';
import { pointer } from './json-pointer.ts';
import { FLOW_MIGRATIONS, migrate, type Migrations } from './migrations.ts';

export type FlowReading = { readonly flow: Flow } | { readonly issues: readonly Issue[] };

/** More than anybody reads at once; a broken file can have one for each of its members. */
const MOST_ISSUES = 100;

/**
 * Reads a flow's JSON of any form this Earshot knows: older ones are migrated, a newer one is refused with its
 * number. A well-formed flow is not yet a right one: that is what `check` says. Throws nothing.
 */
export function readFlow(json: unknown, migrations: Migrations = FLOW_MIGRATIONS): FlowReading {
  const id = idOf(json);
  if (!isObject(json)) {
    return refusal(
      id,
      'not a flow',
      'This is not a flow: a flow is a JSON object with schema, id, nodes and edges.',
    );
  }
  if (!nestsAtMost(json, BOUNDS.depth)) {
    return refusal(id, 'ill-formed', `Lists and objects nest deeper than ${BOUNDS.depth} levels.`);
  }
  if (losesMember(json)) {
    return refusal(id, 'ill-formed', `Nothing can be called “${UNKEPT_NAME}”: it would be lost.`);
  }
  const migrated = migrate(json, migrations, FLOW_SCHEMA);
  if ('problem' in migrated) return refusal(id, ...schemaRefusal(migrated));
  const parsed = FlowSchema.safeParse(migrated.flow);
  if (parsed.success) return { flow: parsed.data };
  return {
    issues: parsed.error.issues.slice(0, MOST_ISSUES).map((issue): Issue => {
      const { place, field } = placeOf(migrated.flow, issue.path);
      const what = field === '' ? 'The flow' : `“${field}”`;
      return { code: 'ill-formed', severity: 'error', place, message: `${what}: ${messageOf(issue)}` };
    }),
  };
}

function schemaRefusal(
  problem: Exclude<ReturnType<typeof migrate>, { flow: JsonObject }>,
): [Issue['code'], string] {
  switch (problem.problem) {
    case 'no schema number':
      return ['not a flow', 'This is not a flow: it has no whole number as its schema.'];
    case 'newer':
      return [
        'newer schema',
        `This flow is of schema ${problem.schema}, and this Earshot reads up to schema ${FLOW_SCHEMA}. ` +
          'Open it with a newer Earshot.',
      ];
    case 'no way up':
      return ['unknown schema', `This flow is of schema ${problem.schema}, which this Earshot cannot read.`];
  }
}

function refusal(flow: string, code: Issue['code'], message: string): FlowReading {
  return { issues: [{ code, severity: 'error', place: { flow }, message }] };
}

/** Names the node or edge that a path of the file leads into, and the rest of the path as a pointer. */
function placeOf(flow: JsonObject, path: readonly PropertyKey[]): { place: Place; field: string } {
  const steps = path.map(String);
  const [list, index = '', ...rest] = steps;
  const items = list === 'nodes' || list === 'edges' ? flow[list] : undefined;
  const item = Array.isArray(items) ? (items[Number(index)] as unknown) : undefined;
  const id = idOf(item);
  const whole = pointer(...steps);
  if (id === '') return { place: { flow: idOf(flow), field: whole }, field: whole };
  const field = pointer(...rest);
  const piece = list === 'nodes' ? { node: id } : { edge: id };
  return { place: { flow: idOf(flow), ...piece, field }, field };
}

function messageOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'unrecognized_keys'
    ? `it holds ${issue.keys.map((key) => `“${key}”`).join(', ')}, which means nothing here.`
    : issue.message;
}

function idOf(value: unknown): string {
  return isObject(value) && typeof value['id'] === 'string' ? value['id'] : '';
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { Flow } from '../flow/flow.ts';
import type { Json, JsonObject } from '../flow/json.ts';
import { pointerSteps } from '../flow/json-pointer.ts';
import { readFlow, type FlowReading } from '../flow/read-flow.ts';
import type { Change, Fix } from './fix.ts';

/**
 * The flow with a fix made, all of it or, if it no longer suits the drawing, the issues it would cause. Which step derives
 * a fact is not the flow's alone to say: 'derive fact' changes nothing here.
 */
export function applyFix(flow: Flow, fix: Fix): FlowReading {
  return readFlow(fix.changes.reduce(changed, toJson(flow)));
}

function changed(flow: JsonObject, change: Change): JsonObject {
  switch (change.do) {
    case 'add variable':
      return added(flow, 'variables', toJson(change.variable));
    case 'set variable':
      return inItem(
        flow,
        'variables',
        (variable) => variable['name'] === change.variable,
        (variable) => replaced(variable, pointerSteps(change.field), change.value),
      );
    case 'add node':
      return added(flow, 'nodes', toJson(change.node));
    case 'add edge':
      return added(flow, 'edges', toJson(change.edge));
    case 'remove edge':
      return kept(flow, 'edges', ({ id }) => id !== change.edge);
    case 'remove node':
      return kept(
        kept(flow, 'nodes', ({ id }) => id !== change.node),
        'edges',
        ({ from, to }) => to !== change.node && !(isObject(from) && from['node'] === change.node),
      );
    case 'set':
      return inNode(flow, change.node, (node) => replaced(node, pointerSteps(change.field), change.value));
    case 'unset':
      return inNode(flow, change.node, (node) => replaced(node, pointerSteps(change.field), undefined));
    case 'derive fact':
      return flow;
  }
}

function added(flow: JsonObject, list: 'variables' | 'nodes' | 'edges', item: JsonObject): JsonObject {
  return { ...flow, [list]: [...itemsOf(flow, list), item] };
}

function kept(flow: JsonObject, list: 'nodes' | 'edges', keeps: (item: JsonObject) => boolean): JsonObject {
  return { ...flow, [list]: itemsOf(flow, list).filter(keeps) };
}

function inNode(flow: JsonObject, id: string, change: (node: JsonObject) => JsonObject): JsonObject {
  return inItem(flow, 'nodes', (node) => node['id'] === id, change);
}

function inItem(
  flow: JsonObject,
  list: 'variables' | 'nodes',
  isMeant: (item: JsonObject) => boolean,
  change: (item: JsonObject) => JsonObject,
): JsonObject {
  return { ...flow, [list]: itemsOf(flow, list).map((item) => (isMeant(item) ? change(item) : item)) };
}

function itemsOf(flow: JsonObject, list: string): readonly JsonObject[] {
  const items = flow[list];
  return isList(items) ? items.filter(isObject) : [];
}

/** A copy with the member at the end of `steps` set, or removed if `value` is undefined; as it was if nothing is there. */
function replaced(target: JsonObject, steps: readonly string[], value: Json | undefined): JsonObject {
  const [step, ...rest] = steps;
  if (step === undefined) return target;
  const { [step]: before, ...others } = target;
  if (rest.length === 0) return value === undefined ? others : { ...target, [step]: value };
  if (isList(before)) {
    const [index, ...below] = rest;
    const items = before.map((item, at) =>
      String(at) !== index
        ? item
        : isObject(item) && below.length > 0
          ? replaced(item, below, value)
          : (value ?? item),
    );
    return { ...target, [step]: items };
  }
  return isObject(before) ? { ...target, [step]: replaced(before, rest, value) } : target;
}

function toJson(value: object): JsonObject {
  const json: JsonObject = JSON.parse(JSON.stringify(value));
  return json;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

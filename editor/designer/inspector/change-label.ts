import type { FlowNode } from '../../../definitions/flow/node.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { words } from '../../shell/words.ts';
import { fieldWords, hasWords } from './field-words.ts';
import { formName, formOf, formsOf, schemaAt, type FormSchema } from './form-schema.ts';
import { isList, isObject, isSameJson, placeOfChange, valueAt, type Steps } from './json-change.ts';
import type { Json } from '../../../definitions/flow/json.ts';

/** What was done to a node, as its author would say it: 'Changed the condition of “An outage?”'. */
export function changeLabel(schema: FormSchema, before: Json, after: Json, node: FlowNode): string {
  const step = node.name.trim() === '' ? words.flows.kinds[node.kind] : node.name;
  const place = placeOfChange(before, after) ?? [];
  const [was, is] = [valueAt(before, place), valueAt(after, place)];
  const { inspector } = drawingWords;
  if (place.length === 1 && place[0] === 'name') return inspector.renamed(String(was), String(is));
  const { what, one } = said(schema, after, node, place);
  if (isList(was ?? []) && isList(is ?? []) && one !== undefined) {
    const [from, to] = [isList(was) ? was.length : 0, isList(is) ? is.length : 0];
    if (to > from) return inspector.added(one, step);
    if (to < from) return inspector.removed(one, step);
    if (isList(was) && isList(is) && isMoved(was, is)) return inspector.moved(what, step);
  }
  if (was === undefined) return inspector.set(what, step);
  if (is === undefined) return inspector.tookAway(what, step);
  return inspector.changed(what, step);
}

/** The words of the nearest part around a place that has words of its own; an input goes by its name. */
function said(
  schema: FormSchema,
  value: Json,
  node: FlowNode,
  place: Steps,
): { readonly what: string; readonly one?: string | undefined } {
  const path: string[] = [];
  let [part, at]: [FormSchema, Json | undefined] = [schema, value];
  let found: { what: string; one?: string | undefined } = { what: drawingWords.inspector.itself };
  for (const step of place) {
    const forms = formsOf(part);
    if (forms.length > 0) path.push(formName(forms[formOf(part, at)] ?? {}));
    const isFree =
      isObject(part['additionalProperties']) || isObject(forms[formOf(part, at)]?.['additionalProperties']);
    part = schemaAt(part, step, at);
    at = valueAt(at, [step]);
    if (typeof step === 'number') continue;
    if (isFree) return { what: drawingWords.inspector.named(titleOf(part, step)) };
    path.push(step);
    if (hasWords(node.kind, path)) {
      const { what, one } = fieldWords(node.kind, path);
      found = { what, one };
    }
  }
  return found;
}

function titleOf(part: FormSchema, name: string): string {
  const input = part['input'];
  return isObject(input) && typeof input['title'] === 'string' ? input['title'] : name;
}

function isMoved(was: readonly Json[], is: readonly Json[]): boolean {
  return was.every((item) => is.some((other) => isSameJson(item, other)));
}

import type { Issue } from '../../../definitions/check/issue.ts';
import type { Json } from '../../../definitions/flow/json.ts';
import { pointer, pointerSteps } from '../../../definitions/flow/json-pointer.ts';
import { fieldOf } from './form-ui.ts';
import { formOf, formsOf, membersIn, requiredIn, schemaAt, type FormSchema } from './form-schema.ts';
import { isList, isObject } from './json-change.ts';

export interface PlacedIssues {
  /** By the field's JSON Pointer. */
  readonly at: ReadonlyMap<string, readonly Issue[]>;
  /** Of no field that is shown. */
  readonly onTop: readonly Issue[];
}

const HIDDEN: ReadonlySet<string> = new Set(['', '/id', '/kind', '/name', '/lane', '/position']);

/** Each issue at the field that it names, or at the nearest around it that is shown; the others on top. */
export function placedIssues(schema: FormSchema, node: Json, issues: readonly Issue[]): PlacedIssues {
  const shown = new Set(shownPointers(schema, node));
  const at = new Map<string, Issue[]>();
  const onTop: Issue[] = [];
  for (const issue of issues) {
    const place = nearest(pointerSteps(issue.place.field ?? ''), shown);
    const list = place === null ? onTop : (at.get(place) ?? []);
    list.push(issue);
    if (place !== null) at.set(place, list);
  }
  return { at, onTop };
}

function nearest(steps: readonly string[], shown: ReadonlySet<string>): string | null {
  for (let length = steps.length; length > 0; length -= 1) {
    const place = pointer(...steps.slice(0, length));
    if (shown.has(place)) return place;
  }
  return null;
}

/** Pointers of all fields that the form of a value shows. */
export function shownPointers(schema: FormSchema, value: Json | undefined, at = ''): readonly string[] {
  const form = formsOf(schema)[formOf(schema, value)] ?? schema;
  if (form['const'] !== undefined || form['format'] === 'port' || (HIDDEN.has(at) && at !== '')) return [];
  const own = at === '' ? [] : [at];
  const list = form['items'];
  if (isObject(list) && fieldOf(form, true) === 'List')
    return [
      ...own,
      ...(isList(value)
        ? value.flatMap((item, index) => shownPointers(list, item, at + pointer(index)))
        : []),
    ];
  const named = new Set([...Object.keys(membersIn(form)), ...mappedNames(form, value)]);
  return [
    ...own,
    ...[...named].flatMap((name) => {
      const member = schemaAt(schema, name, value);
      const held = isObject(value) ? value[name] : undefined;
      // What is not there yet is only offered.
      if (held === undefined && fieldOf(member, requiredIn(form).includes(name)) === 'Optional') return [];
      return shownPointers(member, held, at + pointer(name));
    }),
  ];
}

function mappedNames(form: FormSchema, value: Json | undefined): readonly string[] {
  return isObject(form['additionalProperties']) && isObject(value) ? Object.keys(value) : [];
}

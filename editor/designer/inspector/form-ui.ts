import type { UiSchema } from '@rjsf/utils';
import type { NodeKind } from '../../../definitions/flow/node.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { formName, formsOf, membersIn, requiredIn, type FormSchema } from './form-schema.ts';
import { isObject } from './json-change.ts';
import { fieldWords, type FieldWords } from './field-words.ts';

/** What a schema's part is asked by: a field of ours, or null for what a simple input does. */
export type FieldName = 'Choice' | 'List' | 'Names' | 'Mapping' | 'ValueType' | 'Optional';

/** Members of every node that the drawing or the head of the panel is for. */
const ELSEWHERE: ReadonlySet<string> = new Set(['id', 'kind', 'name', 'lane', 'position']);

/** Which members come first, by kind; all others follow as the schema has them. */
const ORDER: { readonly [kind in NodeKind]?: readonly string[] } = {
  businessRuleTask: ['decision', 'result', 'boundary'],
  serviceTask: ['activity', 'input', 'result', 'boundary'],
  callActivity: ['flow', 'input', 'output', 'boundary'],
  userTask: ['instructions', 'form', 'assignment', 'due', 'result', 'boundary'],
};

/** Members that few steps need. */
const RARE: ReadonlySet<string> = new Set([
  'documentation',
  'repeat',
  'retry',
  'limits',
  'guide',
  'priority',
  'show',
  'reads',
  'answeredBy',
  'terminate',
]);

/** How a kind's schema is shown: in which order, in which words, by which fields. */
export function uiOfKind(kind: NodeKind, schema: FormSchema): UiSchema {
  const names = Object.keys(membersIn(schema)).filter((name) => !ELSEWHERE.has(name));
  const first = (ORDER[kind] ?? []).filter((name) => names.includes(name));
  const order = [...first, ...names.filter((name) => !first.includes(name))];
  return {
    ...membersUi(kind, [], schema),
    'ui:order': [...order, '*'],
    'ui:rare': names.filter((name) => RARE.has(name)),
  };
}

function membersUi(kind: NodeKind, path: readonly string[], schema: FormSchema): UiSchema {
  const required = requiredIn(schema);
  const parts = Object.entries(membersIn(schema)).map(([name, member]): readonly [string, UiSchema] => {
    const isHidden = path.length === 0 && ELSEWHERE.has(name);
    if (isHidden || !isObject(member)) return [name, { 'ui:widget': 'hidden' }];
    return [name, partUi(kind, [...path, name], member, required.includes(name))];
  });
  return Object.fromEntries(parts);
}

function partUi(kind: NodeKind, path: readonly string[], schema: FormSchema, isRequired: boolean): UiSchema {
  if (schema['const'] !== undefined || schema['format'] === 'port') return { 'ui:widget': 'hidden' };
  const said = isObject(schema['input']) ? inputWords(schema['input']) : fieldWords(kind, path);
  const field = fieldOf(schema, isRequired);
  return {
    ...insideUi(kind, path, schema),
    'ui:title': said.title,
    'ui:help': said.help ?? '',
    ...(field === null ? {} : { 'ui:field': field, 'ui:fieldReplacesAnyOrOneOf': true }),
    ...(schema['enum'] === undefined
      ? {}
      : { 'ui:enumNames': choicesOf(schema, path), 'ui:clearable': !isRequired }),
    'ui:placeholder': said.example ?? (schema['enum'] === undefined ? '' : drawingWords.inspector.asBefore),
  };
}

function inputWords({ title, help }: FormSchema): FieldWords {
  return { title: String(title ?? ''), what: '', ...(typeof help === 'string' ? { help } : {}) };
}

function insideUi(kind: NodeKind, path: readonly string[], schema: FormSchema): UiSchema {
  const forms = formsOf(schema);
  if (forms.length > 0)
    return { forms: forms.map((form) => membersUi(kind, [...path, formName(form)], form)) };
  const { items } = schema;
  if (isObject(items)) return { items: insideItem(kind, path, items) };
  return membersUi(kind, path, schema);
}

function insideItem(kind: NodeKind, path: readonly string[], items: FormSchema): UiSchema {
  if (formsOf(items).length === 0) return membersUi(kind, path, items);
  return {
    ...insideUi(kind, path, items),
    'ui:field': 'Choice',
    'ui:fieldReplacesAnyOrOneOf': true,
    'ui:isItem': true,
  };
}

/** By the shape of the schema alone. */
export function fieldOf(schema: FormSchema, isRequired: boolean): FieldName | null {
  if (schema['format'] === 'value type') return 'ValueType';
  if (formsOf(schema).length > 0) return 'Choice';
  if (schema['type'] === 'array')
    return isObject(schema['items']) && schema['items']['type'] === 'string' ? 'Names' : 'List';
  if (schema['type'] !== 'object') return null;
  if (isObject(schema['additionalProperties'])) return 'Mapping';
  return !isRequired && requiredIn(schema).length > 0 ? 'Optional' : null;
}

function choicesOf(schema: FormSchema, path: readonly string[]): string[] {
  const choices = Array.isArray(schema['enum']) ? schema['enum'] : [];
  const said: { readonly [choice: string]: string } = drawingWords.inspector.choices[path.at(-1) ?? ''] ?? {};
  return choices.map((choice) => said[String(choice)] ?? String(choice));
}

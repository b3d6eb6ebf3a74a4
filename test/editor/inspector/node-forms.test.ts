import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../definitions/flow/json.ts';
import type { NodeKind } from '../../../definitions/flow/node.ts';
import { FlowNodeSchema, NODE_SCHEMAS } from '../../../definitions/flow/node.schema.ts';
import { asJson } from '../../../editor/designer/inspector/as-json.ts';
import { hasWords } from '../../../editor/designer/inspector/field-words.ts';
import {
  formName,
  formOf,
  formsOf,
  membersIn,
  schemaOfKind,
  type FormSchema,
} from '../../../editor/designer/inspector/form-schema.ts';
import { fieldOf, uiOfKind } from '../../../editor/designer/inspector/form-ui.ts';
import { formValidator } from '../../../editor/designer/inspector/form-validator.ts';
import { isObject } from '../../../editor/designer/inspector/json-change.ts';
import { newValue } from '../../../editor/designer/inspector/new-value.ts';
import { published } from '../../library/published.ts';

const KINDS = Object.keys(NODE_SCHEMAS).filter((kind): kind is NodeKind => kind in NODE_SCHEMAS);
const { revision } = published();
const nodes = [revision.flow, ...Object.values(revision.called)].flatMap((flow) => flow.nodes);
const ELSEWHERE = ['id', 'kind', 'lane', 'position'];

interface Part {
  readonly path: readonly string[];
  readonly schema: FormSchema;
}

/** All parts of a kind's schema that somebody is asked for. */
function partsOf(schema: FormSchema, path: readonly string[] = []): readonly Part[] {
  const forms = formsOf(schema);
  if (forms.length > 0) return forms.flatMap((form) => partsOf(form, [...path, formName(form)]));
  if (isObject(schema['items']) && schema['items']['type'] !== 'string')
    return partsOf(schema['items'], path);
  return Object.entries(membersIn(schema)).flatMap(([name, member]): readonly Part[] => {
    if (!isObject(member) || member['const'] !== undefined || member['format'] === 'port') return [];
    if (path.length === 0 && ELSEWHERE.includes(name)) return [];
    const part = { path: [...path, name], schema: member };
    return [part, ...partsOf(member, part.path)];
  });
}

/** Values of the members that a shape's own input is known by, wherever they stand in a node. */
function withFormat(kind: NodeKind, format: string): readonly string[] {
  return partsOf(schemaOfKind(kind))
    .filter(({ schema }) => schema['format'] === format)
    .map(({ path }) => path.join('.'));
}

describe('the form of a kind of node', () => {
  it.each(KINDS)('of %s asks for each part in words of its own', (kind) => {
    const nameless = partsOf(schemaOfKind(kind)).filter(({ path }) => !hasWords(kind, path));
    expect(nameless.map(({ path }) => path.join('.'))).toEqual([]);
  });

  it('would miss words for a part that a schema gets anew', () => {
    expect(hasWords('endEvent', ['colour'])).toBe(false);
  });

  it('knows what a text is by its schema, not by the kind', () => {
    expect(withFormat('exclusiveGateway', 'feel')).toEqual(['branches.condition']);
    expect(withFormat('intermediateCatchEvent', 'feel')).toEqual([
      'wait.duration.for',
      'wait.until.at',
      'wait.businessHours.for',
    ]);
    expect(withFormat('userTask', 'variable')).toEqual(['repeat.collect', 'boundary.error.result', 'result']);
    expect(withFormat('businessRuleTask', 'table')).toEqual(['decision.table.table']);
    expect(withFormat('userTask', 'value type')).toEqual(['form.type']);
  });

  it('asks by the shape of a part, also of one that no node has yet', () => {
    const text = { type: 'string' };
    const pair = { type: 'object', properties: { a: text, b: text }, required: ['a'] };
    expect(fieldOf(text, true)).toBeNull();
    expect(fieldOf({ type: 'array', items: text }, true)).toBe('Names');
    expect(fieldOf({ type: 'array', items: pair }, true)).toBe('List');
    expect(fieldOf({ type: 'object', additionalProperties: text }, true)).toBe('Mapping');
    expect(fieldOf({ oneOf: [pair, pair] }, true)).toBe('Choice');
    expect([fieldOf(pair, true), fieldOf(pair, false)]).toEqual([null, 'Optional']);
    expect(fieldOf({ ...pair, required: [] }, false)).toBeNull();
  });

  it('leaves what the drawing and the head are for to them, and folds away what few need', () => {
    const ui = uiOfKind('serviceTask', schemaOfKind('serviceTask'));
    expect(ui['position']).toEqual({ 'ui:widget': 'hidden' });
    expect(ui['id']).toEqual({ 'ui:widget': 'hidden' });
    expect(ui['ui:order']?.slice(0, 3)).toEqual(['activity', 'input', 'result']);
    expect(ui['ui:rare']).toEqual(['documentation', 'repeat', 'retry', 'limits']);
  });

  it('holds every step of the flow that ships, and refuses one of another kind', () => {
    for (const node of nodes)
      expect([node.id, formValidator.isValid(schemaOfKind(node.kind), asJson(node), {})]).toEqual([
        node.id,
        true,
      ]);
    const [start] = nodes;
    if (start === undefined) throw new Error('The flow that ships has no step.');
    expect(formValidator.isValid(schemaOfKind('userTask'), asJson(start), {})).toBe(false);
  });
});

describe('a new part', () => {
  /** Every list and every part that may be there or not, with what is put in when somebody asks for it. */
  const additions = KINDS.flatMap((kind) =>
    partsOf(schemaOfKind(kind)).flatMap(({ path, schema }): readonly [NodeKind, string, Json][] => {
      const [name] = path;
      if (path.length !== 1 || name === undefined) return [];
      const items = schema['items'];
      const what = fieldOf(schema, false);
      if (what === 'Optional') return [[kind, name, newValue(schema, new Set())]];
      if (what !== 'List' || !isObject(items)) return [];
      const forms = formsOf(items).length === 0 ? [items] : formsOf(items);
      return forms.map((form) => [kind, name, [newValue(form, new Set())]] as const).map((one) => [...one]);
    }),
  );

  it.each(additions)('of %s in “%s” is one that its schema takes', (kind, name, value) => {
    const base = newValue(schemaOfKind(kind), new Set());
    const node: JsonObject = { ...(isObject(base) ? base : {}), id: 'a', [name]: value };
    expect(FlowNodeSchema.safeParse(node).error?.issues ?? []).toEqual([]);
  });

  it('is there for each list of the kinds', () => {
    expect(additions.map(([kind, name]) => `${kind}.${name}`)).toContain('exclusiveGateway.branches');
    expect(additions.length).toBeGreaterThan(14);
  });

  it('has an id that no other place of the step has', () => {
    const branch = {
      type: 'object',
      properties: { port: { type: 'string', format: 'port' } },
      required: ['port'],
    };
    expect(newValue(branch, new Set(['way', 'way-2']))).toEqual({ port: 'way-3' });
  });
});

describe('the form that a value has', () => {
  it('is found by what tells its forms apart', () => {
    const wait = membersIn(schemaOfKind('intermediateCatchEvent'))['wait'];
    const decision = membersIn(schemaOfKind('businessRuleTask'))['decision'];
    if (!isObject(wait) || !isObject(decision)) throw new Error('The schemas have changed.');
    expect(formOf(wait, { kind: 'until', at: 'now()' })).toBe(1);
    expect(formOf(wait, { kind: 'businessHours', for: '', calendar: '' })).toBe(2);
    expect(formOf(decision, { table: 'a', input: {} })).toBe(0);
    expect(formOf(decision, { expression: '1' })).toBe(1);
  });
});

import type { Boxed, BoxedEntry, BoxedFunction, BoxedTable } from '../model.ts';
import { element, elements, optional, text, typeRefOf, type XmlElement } from './element.ts';

/** The boxed expression under a property; null: there is none, or one of a kind that DMN does not have. */
export function boxedUnder(one: XmlElement | undefined, property: string): Boxed | null {
  const found = element(one, property);
  return found === undefined ? null : readBoxed(found);
}

/** Stands where an expression is missing. */
const MISSING: Boxed = { kind: 'literal', text: 'null' };

function childOf(one: XmlElement, property: string): Boxed {
  return boxedUnder(one, property) ?? MISSING;
}

function readBoxed(one: XmlElement): Boxed | null {
  const typeRef = typeRefOf(one);
  switch (one.$type) {
    case 'dmn:LiteralExpression':
      return { kind: 'literal', text: text(one, 'text') ?? 'null', ...typeRef };
    case 'dmn:DecisionTable':
      return { kind: 'table', table: tableOf(one), ...typeRef };
    case 'dmn:Context':
      return { kind: 'context', entries: elements(one, 'contextEntry').map(entryOf), ...typeRef };
    case 'dmn:List':
      return {
        kind: 'list',
        items: elements(one, 'elements').map((item) => readBoxed(item) ?? MISSING),
        ...typeRef,
      };
    case 'dmn:Relation':
      return {
        kind: 'relation',
        columns: elements(one, 'column').map((column) => text(column, 'name') ?? ''),
        rows: elements(one, 'row').map((row) =>
          elements(row, 'elements').map((cell) => readBoxed(cell) ?? MISSING),
        ),
        ...typeRef,
      };
    case 'dmn:Invocation':
      return {
        kind: 'invocation',
        called: text(element(one, 'calledFunction'), 'text') ?? 'null',
        bindings: elements(one, 'binding').map((binding) => ({
          name: text(element(binding, 'parameter'), 'name') ?? '',
          value: childOf(binding, 'bindingFormula'),
        })),
        ...typeRef,
      };
    case 'dmn:FunctionDefinition':
      return readFunction(one);
    case 'dmn:Conditional':
      return {
        kind: 'conditional',
        condition: part(one, 'if'),
        then: part(one, 'then'),
        otherwise: part(one, 'else'),
        ...typeRef,
      };
    case 'dmn:Filter':
      return { kind: 'filter', of: part(one, 'in'), match: part(one, 'match'), ...typeRef };
    case 'dmn:For':
      return { kind: 'for', ...iterated(one), body: part(one, 'return'), ...typeRef };
    case 'dmn:Every':
    case 'dmn:Some':
      return {
        kind: one.$type === 'dmn:Every' ? 'every' : 'some',
        ...iterated(one),
        body: part(one, 'satisfies'),
        ...typeRef,
      };
    default:
      return null;
  }
}

/** A function definition; one in Java or PMML has no body here. */
export function readFunction(one: XmlElement): BoxedFunction {
  const kind = text(one, 'kind') ?? 'FEEL';
  const body = kind === 'FEEL' ? boxedUnder(one, 'body') : null;
  return {
    kind: 'function',
    ...typeRefOf(one),
    parameters: elements(one, 'formalParameter').map((each) => ({
      name: text(each, 'name') ?? '',
      ...typeRefOf(each),
    })),
    ...(body !== null && { body }),
  };
}

function entryOf(entry: XmlElement): BoxedEntry {
  const variable = element(entry, 'variable');
  return {
    ...optional('name', text(variable, 'name')),
    ...typeRefOf(variable),
    value: childOf(entry, 'value'),
  };
}

function part(one: XmlElement, property: string): Boxed {
  const child = element(one, property);
  return child === undefined ? MISSING : childOf(child, 'value');
}

function iterated(one: XmlElement): { readonly variable: string; readonly over: Boxed } {
  return { variable: text(one, 'iteratorVariable') ?? 'item', over: part(one, 'in') };
}

export const HIT_POLICIES: { readonly [dmn: string]: BoxedTable['hitPolicy'] } = {
  UNIQUE: 'unique',
  ANY: 'any',
  PRIORITY: 'priority',
  FIRST: 'first',
  COLLECT: 'collect',
  'RULE ORDER': 'rule order',
  'OUTPUT ORDER': 'output order',
};
export const AGGREGATIONS: { readonly [dmn: string]: NonNullable<BoxedTable['aggregation']> } = {
  SUM: 'sum',
  MIN: 'min',
  MAX: 'max',
  COUNT: 'count',
};

function tableOf(one: XmlElement): BoxedTable {
  const aggregation = AGGREGATIONS[text(one, 'aggregation') ?? ''];
  return {
    hitPolicy: HIT_POLICIES[text(one, 'hitPolicy') ?? 'UNIQUE'] ?? 'unique',
    ...(aggregation !== undefined && { aggregation }),
    inputs: elements(one, 'input').map((input) => ({
      expression: text(element(input, 'inputExpression'), 'text') ?? 'null',
      ...typeRefOf(element(input, 'inputExpression')),
      ...optional('allowed', text(element(input, 'inputValues'), 'text')),
    })),
    outputs: elements(one, 'output').map((output) => ({
      ...optional('name', text(output, 'name')),
      ...typeRefOf(output),
      ...optional('allowed', text(element(output, 'outputValues'), 'text')),
      ...optional('default', text(element(output, 'defaultOutputEntry'), 'text')),
    })),
    rows: elements(one, 'rule').map((rule, index) => ({
      id: text(rule, 'id') ?? `row-${index + 1}`,
      when: elements(rule, 'inputEntry').map((cell) => text(cell, 'text') ?? '-'),
      then: elements(rule, 'outputEntry').map((cell) => text(cell, 'text') ?? 'null'),
    })),
  };
}

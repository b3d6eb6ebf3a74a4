import { Parser } from 'saxen';
import { isTemporalKind, readTemporal } from '../../definitions/feel/value/notation.ts';
import { parseNumber } from '../../definitions/feel/value/number.ts';
import { contextOf, type Value } from '../../definitions/feel/value/value.ts';

/** One case of a test file of the DMN Technology Compatibility Kit. */
export interface TckCase {
  readonly id: string;
  /** What is asked for, unless a result names it. */
  readonly service: string | null;
  readonly inputs: readonly {
    readonly name: string;
    readonly namespace: string | null;
    readonly value: Value;
  }[];
  readonly results: readonly {
    readonly name: string;
    readonly expected: Value;
    /** An error is expected: the value is null. */
    readonly isError: boolean;
  }[];
}

interface Node {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: Node[];
  text: string;
}

/** The model that a test file is of, and its cases. */
export function readTckFile(xml: string): { readonly model: string; readonly cases: readonly TckCase[] } {
  const root = treeOf(xml);
  return {
    model: textOf(child(root, 'modelName')).trim(),
    cases: children(root, 'testCase').map((one) => ({
      id: one.attributes['id'] ?? '',
      service:
        one.attributes['type'] === 'decisionService' ? (one.attributes['invocableName'] ?? null) : null,
      inputs: children(one, 'inputNode').map((input) => ({
        name: input.attributes['name'] ?? '',
        namespace: input.attributes['namespace'] ?? null,
        value: valueOf(input),
      })),
      results: children(one, 'resultNode').map((result) => {
        const expected = child(result, 'expected');
        return {
          name: result.attributes['name'] ?? '',
          expected: expected === undefined ? null : valueOf(expected),
          isError: result.attributes['errorResult'] === 'true',
        };
      }),
    })),
  };
}

function treeOf(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open: Node[] = [root];
  const add = (text: string): void => {
    const last = open.at(-1);
    if (last !== undefined) last.text += text;
  };
  const parser = new Parser();
  parser.on('openTag', (name, attributesOf, decode) => {
    const attributes = Object.fromEntries(
      Object.entries(attributesOf()).map(([key, value]) => [local(key), decode(value)]),
    );
    const node: Node = { name: local(name), attributes, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closeTag', () => void open.pop());
  parser.on('text', (text, decode) => add(decode(text)));
  parser.on('cdata', add);
  parser.on('error', (error) => {
    throw error;
  });
  parser.parse(xml);
  const [first = root] = root.children;
  return first;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function children({ children: all }: Node, name: string): Node[] {
  return all.filter((one) => one.name === name);
}

function child(node: Node, name: string): Node | undefined {
  return node.children.find((one) => one.name === name);
}

function textOf(node: Node | undefined): string {
  return node?.text ?? '';
}

/** A value stands in an element as a `value`, a `list` of items, or `component`s by name. */
function valueOf(node: Node): Value {
  const components = children(node, 'component');
  if (components.length > 0)
    return contextOf(components.map((one) => [one.attributes['name'] ?? '', valueOf(one)] as const));
  const list = child(node, 'list');
  if (list !== undefined)
    return list.attributes['nil'] === 'true' ? null : children(list, 'item').map(valueOf);
  const value = child(node, 'value');
  return value === undefined || value.attributes['nil'] === 'true' ? null : simpleOf(value);
}

function simpleOf({ attributes, text }: Node): Value {
  const type = local(attributes['type'] ?? 'string');
  switch (type) {
    case 'boolean':
      return text.trim() === 'true';
    case 'decimal':
    case 'double':
    case 'float':
    case 'integer':
    case 'int':
    case 'long':
      return parseNumber(text.trim());
    case 'date':
      return temporal(text, 'date');
    case 'time':
      return temporal(text, 'time');
    case 'dateTime':
      return temporal(text, 'date and time');
    case 'duration':
      return temporal(text, 'years and months duration') ?? temporal(text, 'days and time duration');
    default:
      return text;
  }
}

function temporal(text: string, kind: string): Value {
  return isTemporalKind(kind) ? readTemporal(text.trim(), kind) : null;
}

import { listed } from '../flow/listed.ts';
import type { FlowNode, NodeKind } from '../flow/node.ts';
import type { ValueType } from '../flow/value-type.ts';

/** What the editor calls each kind, with its article. */
const KIND_WORDS: Record<NodeKind, string> = {
  startEvent: 'a Start',
  endEvent: 'an End',
  businessRuleTask: 'a Decide step',
  exclusiveGateway: 'a Branch',
  parallelGateway: 'a Split or Join',
  serviceTask: 'a Do step',
  userTask: 'an “Ask a person” step',
  intermediateCatchEvent: 'a Wait',
  eventBasedGateway: 'a “Wait for the first of”',
  callActivity: 'a “Call a flow” step',
  textAnnotation: 'a Note',
};

/** How a sentence names a node: by its name, or by its kind if it has none (`check` makes the first letter big). */
export function wordFor(node: FlowNode): string {
  return node.name.trim() === '' ? `${KIND_WORDS[node.kind]} without a name` : `“${node.name}”`;
}

const TYPE_WORDS: Record<Exclude<ValueType['type'], 'list'>, string> = {
  string: 'a text',
  number: 'a number',
  boolean: 'yes or no',
  date: 'a date',
  time: 'a time of day',
  'date and time': 'a moment',
  'days and time duration': 'a length of time',
  'years and months duration': 'a length of months and years',
  text: 'what somebody wrote',
  context: 'several values',
  any: 'anything',
};

/** How a sentence names a type. */
export function typeWord(type: ValueType): string {
  if (type.type === 'list') return type.of.type === 'any' ? 'a list' : `a list, each ${typeWord(type.of)}`;
  if (type.type !== 'string' || type.allowed === undefined) return TYPE_WORDS[type.type];
  const values = type.allowed.map((value) => `"${value}"`);
  return values.length === 1 ? `the text ${values.join('')}` : `one of ${values.join(', ')}`;
}

/** 'A', 'A and B', 'A, B and 3 more': at most `most` of them are named. */
export function enumerated(words: readonly string[], most = 4): string {
  const named = words.slice(0, most);
  const rest = words.length - named.length;
  const parts = rest > 0 ? [...named, `${rest} more`] : named;
  return listed(parts, 'and');
}

/** ' Did you mean …?' or nothing, ready to be put behind a sentence. */
export function didYouMean(name: string | undefined): string {
  return name === undefined ? '' : ` Did you mean “${name}”?`;
}

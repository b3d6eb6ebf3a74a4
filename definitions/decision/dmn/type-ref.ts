import { idFor } from '../../flow/flow-names.ts';
import type { ValueType } from '../../flow/value-type.ts';
import { PLAIN_TYPES } from '../plain-types.ts';
import { quoted, quotedTexts } from '../quoted.ts';
import type { DmnModdle } from 'dmn-moddle';
import { element, elements, foreignAttribute, newElement, put, text, type XmlElement } from './element.ts';

/** Marks what DMN has no word for, so that it comes back as it was. */
export const OWN_NAMESPACE = 'urn:earshot:table';
export const OWN_ID = 'earshot:id';
export const OWN_NAME = 'earshot:name';
const OWN_TYPE = 'earshot:type';

const BUILTIN: { readonly [name: string]: ValueType } = {
  Any: { type: 'any' },
  ...PLAIN_TYPES,
  list: { type: 'list', of: { type: 'any' } },
  context: { type: 'context', fields: {} },
};

/** What a type loses, in a sentence. */
type Lose = (what: string) => void;

/** The type that a DMN file means by a name, and `allowed` tests of a clause. What cannot be kept is told. */
export function valueTypeOf(
  root: XmlElement,
  typeRef: string | undefined,
  allowed: string | undefined,
  lose: Lose,
): ValueType {
  return narrowed(named(root, typeRef, [], lose), allowed, lose);
}

function named(root: XmlElement, name: string | undefined, within: readonly string[], lose: Lose): ValueType {
  if (name === undefined) return { type: 'any' };
  const plain = name.startsWith('feel:') ? name.slice('feel:'.length) : name;
  if (within.includes(plain)) {
    lose(`The type “${plain}” holds itself; within it anything may stand.`);
    return { type: 'any' };
  }
  const own = elements(root, 'itemDefinition').find((definition) => text(definition, 'name') === plain);
  if (own !== undefined) return defined(root, own, [...within, plain], lose);
  const builtin = Object.hasOwn(BUILTIN, plain) ? BUILTIN[plain] : undefined;
  if (builtin !== undefined) return builtin;
  lose(`There is no type “${plain}” here; anything may stand for it.`);
  return { type: 'any' };
}

function defined(root: XmlElement, one: XmlElement, within: readonly string[], lose: Lose): ValueType {
  if (foreignAttribute(one, OWN_TYPE) === 'text') return { type: 'text' };
  if (element(one, 'functionItem') !== undefined) {
    lose(`The type “${text(one, 'name') ?? ''}” is one of functions, which no value of a table is.`);
    return { type: 'any' };
  }
  const parts = elements(one, 'itemComponent');
  const fields = parts.map((part) => [fieldName(part), defined(root, part, within, lose)] as const);
  const single: ValueType =
    parts.length > 0
      ? { type: 'context', fields: Object.fromEntries(fields) }
      : named(root, text(one, 'typeRef'), within, lose);
  const type = narrowed(single, text(element(one, 'allowedValues'), 'text'), lose);
  return one['isCollection'] === true ? { type: 'list', of: type } : type;
}

/** The name of a field may be blank, which that of an element is not. */
function fieldName({ name }: XmlElement): string {
  return typeof name === 'string' ? name : '';
}

function narrowed(type: ValueType, tests: string | undefined, lose: Lose): ValueType {
  if (tests === undefined || tests.trim() === '-') return type;
  const allowed = quotedTexts(tests);
  if (allowed !== undefined && (type.type === 'string' || type.type === 'any'))
    return { type: 'string', allowed };
  lose(`Only texts may have a list of allowed values; “${tests.trim().slice(0, 60)}” is not looked at.`);
  return type;
}

/** Names types in a DMN file, and defines those that have no name there. */
export interface TypeNames {
  /** The name of a clause's type, and the tests for the values that it allows. */
  clause(type: ValueType, hint: string): { readonly typeRef: string; readonly allowed?: string };
}

export function typeNames(root: XmlElement, moddle: DmnModdle): TypeNames {
  const definitions = elements(root, 'itemDefinition');
  const taken = new Set([
    ...definitions.map((one) => text(one, 'name') ?? ''),
    ...Object.keys(BUILTIN),
    'text',
  ]);

  function define(hint: string, properties: object, name = idFor(hint, 'type', taken)): string {
    taken.add(name);
    definitions.push(newElement(moddle, 'dmn:ItemDefinition', { name, ...properties }));
    put(root, 'itemDefinition', [...definitions]);
    return name;
  }

  function refOf(type: ValueType, hint: string): string {
    switch (type.type) {
      case 'any':
        return 'Any';
      case 'text': {
        const own = definitions.find((one) => foreignAttribute(one, OWN_TYPE) === 'text');
        return text(own, 'name') ?? define('text', { typeRef: 'string', [OWN_TYPE]: 'text' }, 'text');
      }
      case 'string':
        return type.allowed === undefined || type.allowed.length === 0
          ? 'string'
          : define(hint, { typeRef: 'string', allowedValues: tests(type.allowed) });
      case 'list':
        return type.of.type === 'any'
          ? 'list'
          : define(`${hint} list`, { isCollection: true, typeRef: refOf(type.of, hint) });
      case 'context': {
        const fields = Object.entries(type.fields);
        if (fields.length === 0) return 'context';
        const itemComponent = fields.map(([name, field]) =>
          newElement(moddle, 'dmn:ItemDefinition', { name, typeRef: refOf(field, `${hint} ${name}`) }),
        );
        return define(hint, { itemComponent });
      }
      default:
        return type.type;
    }
  }

  function tests(allowed: readonly string[]): unknown {
    return newElement(moddle, 'dmn:UnaryTests', { text: allowed.map(quoted).join(', ') });
  }

  return {
    clause(type, hint) {
      if (type.type !== 'string' || type.allowed === undefined || type.allowed.length === 0)
        return { typeRef: refOf(type, hint) };
      return { typeRef: 'string', allowed: type.allowed.map(quoted).join(', ') };
    },
  };
}

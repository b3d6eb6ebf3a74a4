import type { DmnModdle } from 'dmn-moddle';

/** An element of a DMN file as the XML reader gives it: what DMN knows as properties, the rest kept aside. */
export type XmlElement = { readonly $type: string } & { readonly [property: string]: unknown };

/** The elements under that property; none if there are none. */
export function elements(of: XmlElement, property: string): XmlElement[] {
  const value = of[property];
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** The element under that property. */
export function element(of: XmlElement | undefined, property: string): XmlElement | undefined {
  const value = of?.[property];
  return isElement(value) ? value : undefined;
}

/** The attribute, or the text of the element, of that name; undefined if there is none or it is empty. */
export function text(of: XmlElement | undefined, property: string): string | undefined {
  const value = of?.[property];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The same in the form that an optional property takes. */
export function optional<K extends string>(
  name: K,
  value: string | undefined,
): { readonly [P in K]?: string } {
  const given: { [P in K]?: string } = {};
  if (value !== undefined) given[name] = value;
  return given;
}

/** The name of its type. */
export function typeRefOf(one: XmlElement | undefined): { readonly typeRef?: string } {
  return optional('typeRef', text(one, 'typeRef'));
}

export function isElement(value: unknown): value is XmlElement {
  return typeof value === 'object' && value !== null && '$type' in value && typeof value.$type === 'string';
}

/** Puts a value under a property, or takes it away; a name that DMN does not know is an attribute. */
export function put(one: XmlElement, property: string, value: unknown): void {
  const set = one['set'];
  if (typeof set === 'function') set.call(one, property, value);
}

/** The attribute of another namespace than DMN's, by its prefix and name. */
export function foreignAttribute(one: XmlElement, name: string): string | undefined {
  const attributes = one['$attrs'];
  if (typeof attributes !== 'object' || attributes === null) return undefined;
  const value: unknown = Reflect.get(attributes, name);
  return typeof value === 'string' ? value : undefined;
}

/** A new element of that type, such as `dmn:Decision`. */
export function newElement(moddle: DmnModdle, type: string, properties: object = {}): XmlElement {
  const made = moddle.create(type, properties);
  if (!isElement(made)) throw new Error(`dmn-moddle makes no ${type}.`);
  return made;
}

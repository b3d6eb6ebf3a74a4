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

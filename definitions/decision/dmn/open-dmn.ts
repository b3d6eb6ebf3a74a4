import type { DmnModdle } from 'dmn-moddle';
import type { TextPlace } from '../../flow/json-place.ts';
import { moddleFor } from './descriptor.ts';
import type { XmlElement } from './element.ts';
import { readXml, type PassedOver } from './read-xml.ts';

/** A DMN file as elements, or in one sentence why it is none, and where it stops being one. */
export type OpenedDmn =
  | { readonly root: XmlElement; readonly moddle: DmnModdle; readonly passedOver: readonly PassedOver[] }
  | { readonly refusal: string; readonly place?: TextPlace };

const MOST_CHARACTERS = 20_000_000;

/** Opens a DMN 1.2 to 1.5 file. External entities are not followed. */
export async function openDmn(xml: string): Promise<OpenedDmn> {
  if (xml.length > MOST_CHARACTERS)
    return { refusal: `The file is longer than ${MOST_CHARACTERS} characters.` };
  const moddle = moddleFor(xml);
  if (moddle === null) return { refusal: 'This is no DMN file of version 1.2 to 1.5.' };
  const read = await readXml(xml, 'dmn:Definitions', moddle);
  return 'refusal' in read ? read : { root: read.root, moddle, passedOver: read.passedOver };
}

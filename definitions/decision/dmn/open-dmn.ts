import type { DmnModdle } from 'dmn-moddle';
import type { TextPlace } from '../../flow/json-place.ts';
import { moddleFor } from './descriptor.ts';
import { isElement, type XmlElement } from './element.ts';

/** A DMN file as elements, or in one sentence why it is none, and where it stops being one. */
export type OpenedDmn =
  | { readonly root: XmlElement; readonly moddle: DmnModdle }
  | { readonly refusal: string; readonly place?: TextPlace };

const MOST_CHARACTERS = 20_000_000;
/** Where each of many wrong elements is, the reader finds by counting lines from the beginning. */
const MOST_CHARACTERS_WITH_SLIPS = 200_000;

/** Opens a DMN 1.2 to 1.5 file. External entities are not followed. */
export async function openDmn(xml: string): Promise<OpenedDmn> {
  if (xml.length > MOST_CHARACTERS)
    return { refusal: `The file is longer than ${MOST_CHARACTERS} characters.` };
  const moddle = moddleFor(xml);
  if (moddle === null) return { refusal: 'This is no DMN file of version 1.2 to 1.5.' };
  try {
    const { rootElement } = await read(xml, moddle);
    return isElement(rootElement)
      ? { root: rootElement, moddle }
      : { refusal: 'The file holds no DMN model.' };
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : 'it is broken');
  }
}

/** A small file may have elements that are wrong, which are passed over; a large one is refused at the first. */
async function read(xml: string, moddle: DmnModdle): Promise<{ readonly rootElement: unknown }> {
  try {
    return await moddle.fromXML(xml, 'dmn:Definitions', { lax: false });
  } catch (error) {
    if (xml.length > MOST_CHARACTERS_WITH_SLIPS) throw error;
    return moddle.fromXML(xml, 'dmn:Definitions');
  }
}

/** The reader says what, where (from 0) and why in lines of their own. */
function unreadable(message: string): OpenedDmn {
  const [, what, line, column, why] =
    /^(.*?) detected\s+line: (\d+)\s+column: (\d+)\s+nested error: ([^]*?)\.?$/s.exec(message) ?? [];
  if (line === undefined)
    return { refusal: `The file cannot be read as XML: ${message.replace(/\.$/, '')}.` };
  const place = { line: Number(line) + 1, character: Number(column) + 1 };
  return {
    refusal: `The file cannot be read as XML from line ${place.line}: ${what} (${why}).`.replace(/\s+/g, ' '),
    place,
  };
}

import type { DmnModdle } from 'dmn-moddle';
import type { TextPlace } from '../../flow/json-place.ts';
import { moddleFor } from './descriptor.ts';
import { isElement, type XmlElement } from './element.ts';

/** A DMN file as elements, or in one sentence why it is none, and where it stops being one. */
export type OpenedDmn =
  | { readonly root: XmlElement; readonly moddle: DmnModdle; readonly passedOver: readonly PassedOver[] }
  | { readonly refusal: string; readonly place?: TextPlace };

/** An element of a file that is not read, with what is in it: one that DMN does not know, or whose id is used twice. */
export interface PassedOver {
  readonly message: string;
  readonly place: TextPlace;
}

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
    const { rootElement, warnings } = await read(xml, moddle);
    if (!isElement(rootElement)) return { refusal: 'The file holds no DMN model.' };
    return { root: rootElement, moddle, passedOver: warnings.flatMap(({ message }) => passedOver(message)) };
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : 'it is broken');
  }
}

type Reading = Awaited<ReturnType<DmnModdle['fromXML']>>;

/** A small file may have elements that are wrong, which are passed over; a large one is refused at the first. */
async function read(xml: string, moddle: DmnModdle): Promise<Reading> {
  try {
    return await moddle.fromXML(xml, 'dmn:Definitions', { lax: false });
  } catch (error) {
    if (xml.length > MOST_CHARACTERS_WITH_SLIPS) throw error;
    return moddle.fromXML(xml, 'dmn:Definitions');
  }
}

/** The element that a warning is of; of attributes nothing is lost that is read. */
function passedOver(warning: string): readonly PassedOver[] {
  const found = slipIn(warning);
  if (found === undefined) return [];
  const { what, why, place } = found;
  const element = what.replace(/^unparsable content /, '');
  return [{ message: `${element} is passed over with all that is in it: ${why}.`, place }];
}

/** The reader says what, where (from 0) and why in lines of their own. */
function slipIn(
  message: string,
): { readonly what: string; readonly why: string; readonly place: TextPlace } | undefined {
  const [, what = '', line, column, why = ''] =
    /^(.*?) detected\s+line: (\d+)\s+column: (\d+)\s+nested error: ([^]*?)\.?$/s.exec(message) ?? [];
  if (line === undefined) return undefined;
  return { what, why, place: { line: Number(line) + 1, character: Number(column) + 1 } };
}

function unreadable(message: string): OpenedDmn {
  const found = slipIn(message);
  if (found === undefined)
    return { refusal: `The file cannot be read as XML: ${message.replace(/\.$/, '')}.` };
  const { what, why, place } = found;
  return {
    refusal: `The file cannot be read as XML from line ${place.line}: ${what} (${why}).`.replace(/\s+/g, ' '),
    place,
  };
}

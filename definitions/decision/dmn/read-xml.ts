import type { TextPlace } from '../../flow/json-place.ts';
import { isElement, type XmlElement } from './element.ts';

/** An XML file as elements, or in one sentence why it is none, and where it stops being one. */
export type ReadXml =
  | {
      readonly root: XmlElement;
      readonly passedOver: readonly PassedOver[];
      /** What the reader said, in its own words. */
      readonly warnings: readonly string[];
    }
  | { readonly refusal: string; readonly place?: TextPlace };

/** An element of a file that is not read, with what is in it: one that DMN does not know, or whose id is used twice. */
export interface PassedOver {
  readonly message: string;
  readonly place: TextPlace;
}

/** Where each of many wrong elements is, the reader finds by counting lines from the beginning. */
const MOST_CHARACTERS_WITH_SLIPS = 200_000;

interface Moddle {
  fromXML(
    xml: string,
    type: string,
    options?: { readonly lax?: boolean },
  ): Promise<{ readonly rootElement: unknown; readonly warnings: readonly { readonly message: string }[] }>;
}

/** Reads XML whose outermost element is of that type. Entities that a file declares are not followed. */
export async function readXml(xml: string, type: string, moddle: Moddle): Promise<ReadXml> {
  try {
    const { rootElement, warnings } = await read(xml, type, moddle);
    if (!isElement(rootElement)) return { refusal: 'The file holds no model.' };
    return {
      root: rootElement,
      passedOver: warnings.flatMap(({ message }) => passedOver(message)),
      warnings: warnings.map(({ message }) => message),
    };
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : 'it is broken');
  }
}

/** A small file may have elements that are wrong, which are passed over; a large one is refused at the first. */
async function read(xml: string, type: string, moddle: Moddle): ReturnType<Moddle['fromXML']> {
  try {
    return await moddle.fromXML(xml, type, { lax: false });
  } catch (error) {
    if (xml.length > MOST_CHARACTERS_WITH_SLIPS) throw error;
    return moddle.fromXML(xml, type);
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

function unreadable(message: string): ReadXml {
  const found = slipIn(message);
  if (found === undefined)
    return { refusal: `The file cannot be read as XML: ${message.replace(/\.$/, '')}.` };
  const { what, why, place } = found;
  return {
    refusal: `The file cannot be read as XML from line ${place.line}: ${what} (${why}).`.replace(/\s+/g, ' '),
    place,
  };
}

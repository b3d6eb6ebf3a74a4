import { BpmnModdle } from 'bpmn-moddle';
import type { XmlElement } from '../../decision/dmn/element.ts';
import { readXml, type PassedOver } from '../../decision/dmn/read-xml.ts';
import type { FlowFileIssue } from '../file/read-flow-file.ts';
import { mendedIds } from './mended-ids.ts';

/** A BPMN file as elements, or why it is none. */
export type OpenedBpmn =
  | {
      readonly root: XmlElement;
      readonly passedOver: readonly PassedOver[];
      readonly warnings: readonly string[];
    }
  | { readonly issues: readonly FlowFileIssue[] };

/** More characters than the largest flow takes, with its drawing. */
export const MOST_BPMN_CHARACTERS = 30_000_000;
const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const RIGHT_ONE = 'Look whether it is the right one.';

/** Opens a BPMN 2.0 file. Entities and document types are refused, and nothing outside of the file is followed. */
export async function openBpmn(text: string): Promise<OpenedBpmn> {
  if (text.length > MOST_BPMN_CHARACTERS)
    return refusal(
      `This file is larger than ${MOST_BPMN_CHARACTERS / 1_000_000} MB, which is more than a flow can hold.`,
      RIGHT_ONE,
    );
  const xml = text.replace(/^\uFEFF/, '');
  if (xml.trim() === '') return refusal('The file is empty.', RIGHT_ONE);
  if (declaresTypes(xml))
    return refusal(
      'The file declares a document type or entities of its own, which no BPMN file needs and which can do harm.',
      'Save it again where it was drawn.',
    );
  if (!xml.includes(MODEL))
    return refusal('This is no BPMN 2.0 file.', 'Take one that was exported as BPMN 2.0 XML.');
  const read = await readXml(mendedIds(xml), 'bpmn:Definitions', new BpmnModdle());
  if ('refusal' in read)
    return refusal(read.refusal, 'Correct it there, or save it again where it was drawn.');
  return read;
}

/** Whether something is declared before the outermost element begins; comments may stand there. */
function declaresTypes(xml: string): boolean {
  let at = xml.indexOf('<');
  while (at !== -1) {
    const isComment = xml.startsWith('<!--', at);
    if (!isComment && !xml.startsWith('<?', at)) return xml.startsWith('<!', at);
    const end = xml.indexOf(isComment ? '-->' : '?>', at + 2);
    at = end === -1 ? -1 : xml.indexOf('<', end);
  }
  return false;
}

function refusal(message: string, whatToDo: string): { readonly issues: readonly FlowFileIssue[] } {
  return { issues: [{ message, whatToDo }] };
}

import { isElement, text, type XmlElement } from '../../decision/dmn/element.ts';
import { quotedShort, type Leave } from './left-out.ts';

/** Elements of BPMN that are never read, by what people call them and why a flow does without. */
const UNREAD: { readonly [type: string]: readonly [what: string, why: string] } = {
  'bpmn:DataObjectReference': ['The data object', 'What a flow knows are its variables.'],
  'bpmn:DataStoreReference': ['The data store', 'What a flow knows are its variables.'],
  'bpmn:Property': ['The property', 'What a flow knows are its variables.'],
  'bpmn:DataInputAssociation': ['Data that goes in', 'A step says itself what it is given.'],
  'bpmn:DataOutputAssociation': ['Data that comes out', 'A step says itself where its result goes.'],
  'bpmn:InputOutputSpecification': ['The list of inputs and outputs', 'A step says itself what it is given.'],
  'bpmn:ItemDefinition': ['The type of data', 'Variables have types of their own here.'],
  'bpmn:Group': ['The group', 'A drawing has bands, and no other frames.'],
  'bpmn:Association': ['The dotted line', 'Notes stand by themselves here.'],
  'bpmn:MessageFlow': ['The arrow between pools', 'A flow is drawn without those it talks to.'],
  'bpmn:Performer': ['The performer', 'Who is asked is said by person, team or role.'],
  'bpmn:HumanPerformer': ['The performer', 'Who is asked is said by person, team or role.'],
  'bpmn:PotentialOwner': ['The possible owner', 'Who is asked is said by person, team or role.'],
  'bpmn:ResourceRole': ['The resource', 'Who is asked is said by person, team or role.'],
  'bpmn:Resource': ['The resource', 'Who is asked is said by person, team or role.'],
  'bpmn:StandardLoopCharacteristics': [
    'The loop',
    'A step repeats over a list; a loop is drawn as an arrow back.',
  ],
  'bpmn:CorrelationSubscription': ['The correlation', 'A message finds its case by the conversation.'],
  'bpmn:CorrelationProperty': ['The correlation', 'A message finds its case by the conversation.'],
  'bpmn:Choreography': ['The choreography', 'Only processes become flows.'],
  'bpmn:GlobalTask': ['The global task', 'Only processes become flows.'],
  'bpmn:Interface': ['The interface', 'What a step does is an activity of Earshot.'],
  'bpmn:Import': ['The import', 'Other files are not looked into.'],
  'bpmn:Auditing': ['The auditing', 'All that happens is recorded here.'],
  'bpmn:Monitoring': ['The monitoring', 'All that happens is recorded here.'],
  'bpmn:CallConversation': ['The conversation', 'Only processes become flows.'],
  'bpmn:Conversation': ['The conversation', 'Only processes become flows.'],
  'bpmn:SubConversation': ['The conversation', 'Only processes become flows.'],
  'bpmn:ConversationLink': ['The conversation', 'Only processes become flows.'],
};
/** Attributes of BPMN that are never read, where they say anything. */
const UNREAD_ATTRIBUTES: { readonly [name: string]: string } = {
  isForCompensation: 'Nothing is taken back by drawing it.',
  script: 'Code is no part of a flow; what a step does is an activity.',
  operationRef: 'What a step does is an activity of Earshot.',
  instantiate: 'Cases begin with what is said.',
  parallelMultiple: 'Of several things that may happen the first counts.',
};
const COLOURS = ['stroke', 'fill', 'border-color', 'background-color', 'color'];
const OTHERS_WORD = 'Only the tool that wrote it knows what it means.';

/**
 * Names what of a file is never looked at: elements that a flow has no word for, and what other tools wrote in words
 * of their own. `used` are the latter that were read after all; what is under `past` is not gone through.
 */
export function nameTheRest(
  root: XmlElement,
  used: ReadonlySet<string>,
  past: readonly XmlElement[],
  leave: Leave,
): void {
  const seen = new Set<unknown>(past);
  const looks = new Map<string, number>();
  const open: unknown[] = [root];
  // The outermost comes first, and what stands first within it.
  for (let at = 0; at < open.length; at += 1) {
    const one = open[at];
    if (Array.isArray(one)) {
      for (const item of one) open.push(item);
      continue;
    }
    if (!isElement(one) || seen.has(one)) continue;
    seen.add(one);
    const isDrawn = /^(?:bpmndi|dc|di):/.test(one.$type);
    const where = whereOf(one);
    const [what, why] = UNREAD[one.$type] ?? [];
    if (what !== undefined && why !== undefined) leave(`${what}${named(one)}${where}`, why);
    // The reader knows the colours that bpmn.io writes.
    for (const name of isDrawn ? COLOURS : [])
      if (one[name] !== undefined) looks.set(name, (looks.get(name) ?? 0) + 1);
    for (const [name, value] of foreignAttributes(one)) {
      if (used.has(name)) continue;
      if (isDrawn) looks.set(name, (looks.get(name) ?? 0) + 1);
      else leave(`“${name}” (${quotedShort(value)})${ownPlace(one)}`, OTHERS_WORD);
    }
    for (const [name, reason] of Object.entries(UNREAD_ATTRIBUTES)) {
      const value = one[name];
      if (value === undefined || value === false || value === '') continue;
      leave(
        `“${name}”${typeof value === 'string' ? ` (${quotedShort(value)})` : ''}${ownPlace(one)}`,
        reason,
      );
    }
    for (const value of Object.values(one)) {
      if (typeof value !== 'object' || value === null) continue;
      if (isElement(value) && value.$type === 'bpmn:ExtensionElements') {
        nameExtensions(value, ownPlace(one), used, leave);
        seen.add(value);
      } else open.push(value);
    }
  }
  for (const [name, count] of looks)
    leave(
      `“${name}” of ${count} ${count === 1 ? 'shape' : 'shapes'}`,
      'Colours and looks are those of Earshot here.',
    );
}

function nameExtensions(within: XmlElement, place: string, used: ReadonlySet<string>, leave: Leave): void {
  const values = within['values'];
  for (const value of Array.isArray(values) ? values : []) {
    if (!isElement(value) || value.$type.startsWith('earshot:') || used.has(value.$type)) continue;
    leave(`“${value.$type}”${place}`, OTHERS_WORD);
  }
}

/** Attributes of other namespaces than BPMN's and Earshot's. */
function foreignAttributes(one: XmlElement): readonly (readonly [string, string])[] {
  const attributes = one['$attrs'];
  if (typeof attributes !== 'object' || attributes === null) return [];
  return Object.entries(attributes).flatMap(([name, value]: [string, unknown]) =>
    /^(?:xmlns|xsi|earshot)(?::|$)/.test(name) ? [] : [[name, String(value)] as const],
  );
}

function named(one: XmlElement): string {
  const name = text(one, 'name');
  return name === undefined ? '' : ` ${quotedShort(name)}`;
}

/** Of the element itself, or of the nearest around it that has a name. */
function ownPlace(one: XmlElement): string {
  const name = nameOf(one);
  return name === undefined ? whereOf(one) : ` of ${quotedShort(name)}`;
}

function whereOf(one: XmlElement): string {
  let around: unknown = one['$parent'];
  for (let level = 0; level < 100 && isElement(around); level += 1) {
    const name = nameOf(around);
    if (name !== undefined) return ` of ${quotedShort(name)}`;
    around = around['$parent'];
  }
  return '';
}

/** What people would know it by. */
export function nameOf(one: XmlElement): string | undefined {
  return text(one, 'name') ?? (one.$type === 'bpmn:Definitions' ? undefined : text(one, 'id'));
}

import type {
  BoxedFunction,
  Decision,
  DecisionModel,
  DecisionService,
  InputData,
  KnowledgeModel,
  Reference,
  TypeDefinition,
} from '../model.ts';
import { element, elements, optional, text, typeRefOf, type XmlElement } from './element.ts';
import { openDmn } from './open-dmn.ts';
import { boxedUnder, readFunction } from './read-boxed.ts';
import type { PassedOver } from './read-xml.ts';

/** The model of a DMN file, or in one sentence why it is none. */
export type ReadModel =
  | { readonly model: DecisionModel; readonly passedOver: readonly PassedOver[] }
  | { readonly refusal: string };

/** Reads a DMN 1.2 to 1.5 file. External entities are not followed. */
export async function readDmn(xml: string): Promise<ReadModel> {
  const opened = await openDmn(xml);
  if ('refusal' in opened) return { refusal: opened.refusal };
  return { model: modelOf(opened.root), passedOver: opened.passedOver };
}

function modelOf(root: XmlElement): DecisionModel {
  const all = elements(root, 'drgElement');
  const ofType = (type: string): XmlElement[] => all.filter(({ $type }) => $type === `dmn:${type}`);
  return {
    id: text(root, 'id') ?? '',
    name: text(root, 'name') ?? '',
    namespace: text(root, 'namespace') ?? '',
    imports: elements(root, 'import').map((one) => ({
      name: text(one, 'name') ?? '',
      namespace: text(one, 'namespace') ?? '',
    })),
    types: elements(root, 'itemDefinition').map(typeOf),
    inputs: ofType('InputData').map((one): InputData => ({
      ...named(one),
      ...typeRefOf(element(one, 'variable')),
    })),
    decisions: ofType('Decision').map(decisionOf),
    knowledge: ofType('BusinessKnowledgeModel').map(knowledgeOf),
    services: ofType('DecisionService').map(serviceOf),
  };
}

function named(one: XmlElement): { readonly id: string; readonly name: string } {
  return { id: text(one, 'id') ?? '', name: text(one, 'name') ?? '' };
}

function typeOf(one: XmlElement): TypeDefinition {
  const fields = elements(one, 'itemComponent');
  const made = element(one, 'functionItem');
  return {
    name: text(one, 'name') ?? '',
    isList: one['isCollection'] === true,
    ...optional('typeRef', text(one, 'typeRef') ?? text(made, 'outputTypeRef')),
    ...(fields.length > 0 && { fields: fields.map(typeOf) }),
    ...(made !== undefined && { isFunction: true }),
    ...optional('allowed', text(element(one, 'allowedValues'), 'text')),
  };
}

function decisionOf(one: XmlElement): Decision {
  const logic = boxedUnder(one, 'decisionLogic');
  return {
    ...named(one),
    ...typeRefOf(element(one, 'variable')),
    needs: [
      ...elements(one, 'informationRequirement').flatMap((need) => [
        ...reference(need, 'requiredDecision'),
        ...reference(need, 'requiredInput'),
      ]),
      ...knowledgeNeeds(one),
    ],
    ...(logic !== null && { logic }),
  };
}

function knowledgeOf(one: XmlElement): KnowledgeModel {
  const written = element(one, 'encapsulatedLogic');
  const logic: BoxedFunction | undefined = written && readFunction(written);
  return {
    ...named(one),
    ...typeRefOf(element(one, 'variable')),
    needs: knowledgeNeeds(one),
    ...(logic && { logic }),
  };
}

function knowledgeNeeds(one: XmlElement): Reference[] {
  return elements(one, 'knowledgeRequirement').flatMap((need) => reference(need, 'requiredKnowledge'));
}

function serviceOf(one: XmlElement): DecisionService {
  const references = (property: string): Reference[] => elements(one, property).flatMap(referenceOf);
  return {
    ...named(one),
    outputs: references('outputDecision'),
    inside: references('encapsulatedDecision'),
    inputDecisions: references('inputDecision'),
    inputData: references('inputData'),
  };
}

function reference(one: XmlElement, property: string): Reference[] {
  const found = element(one, property);
  return found === undefined ? [] : referenceOf(found);
}

/** `#id`, or `namespace#id` for an element of another model. */
function referenceOf(one: XmlElement): Reference[] {
  const href = text(one, 'href') ?? '';
  const at = href.indexOf('#');
  const id = href.slice(at + 1);
  if (at === -1 || id === '') return [];
  return [at === 0 ? { id } : { id, namespace: href.slice(0, at) }];
}

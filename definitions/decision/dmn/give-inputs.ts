import type { DmnModdle } from 'dmn-moddle';
import type { TypeEnvironment } from '../../feel/compiler.ts';
import type { ValueType } from '../../flow/value-type.ts';
import { element, elements, newElement, put, text, type XmlElement } from './element.ts';
import { typeNames } from './type-ref.ts';
import { newXmlIds } from './xml-ids.ts';

type NewId = ReturnType<typeof newXmlIds>;

/** Lets a decision have what its table takes: as data of the file, where there is nothing of that name yet. */
export function giveInputs(
  root: XmlElement,
  decision: XmlElement,
  taken: TypeEnvironment,
  moddle: DmnModdle,
): void {
  const idFor = newXmlIds(root);
  const imported = elements(root, 'import').length > 0;
  for (const [name, type] of Object.entries(taken)) {
    const known = elements(root, 'drgElement').find((one) => text(one, 'name') === name);
    if (known === decision || (known === undefined && imported)) continue;
    const source = known ?? addData(root, [name, type], moddle, idFor);
    if (source.$type !== 'dmn:BusinessKnowledgeModel' && source.$type !== 'dmn:DecisionService')
      need(decision, source, moddle, idFor);
  }
}

/** A value that is given to the decisions of a file. */
export function addData(
  root: XmlElement,
  [name, type]: readonly [string, ValueType],
  moddle: DmnModdle,
  idFor: NewId,
): XmlElement {
  const { typeRef } = typeNames(root, moddle).clause(type, name);
  const data = newElement(moddle, 'dmn:InputData', {
    id: idFor(`data-${name}`.replace(/[^A-Za-z0-9_.-]+/g, '-'), 'data').id,
    name,
    variable: newElement(moddle, 'dmn:InformationItem', { name, typeRef }),
  });
  put(root, 'drgElement', [...elements(root, 'drgElement'), data]);
  return data;
}

/** Lets a decision require a value or another decision, unless it does already. */
export function need(decision: XmlElement, source: XmlElement, moddle: DmnModdle, idFor: NewId): void {
  const href = `#${text(source, 'id') ?? ''}`;
  const property = source.$type === 'dmn:Decision' ? 'requiredDecision' : 'requiredInput';
  const needs = elements(decision, 'informationRequirement');
  if (needs.some((one) => text(element(one, property), 'href') === href)) return;
  const { id } = idFor(`${text(decision, 'id') ?? ''}-needs-${text(source, 'id') ?? ''}`, 'needs');
  const made = newElement(moddle, 'dmn:InformationRequirement', {
    id,
    [property]: newElement(moddle, 'dmn:DMNElementReference', { href }),
  });
  put(decision, 'informationRequirement', [...needs, made]);
}

import type { DmnModdle } from 'dmn-moddle';
import { element, elements, newElement, put, text, type XmlElement } from './element.ts';

const BOX = { width: 180, height: 80 };
const DATA = { width: 125, height: 45 };
const GAP = 35;
const TOP = 80;
const BELOW = 260;

/** A plain drawing of a decision and its inputs: these in a row below it, each with an arrow up (DMN 1.5, chapter 13). */
export function layOut(root: XmlElement, moddle: DmnModdle): void {
  const all = elements(root, 'drgElement');
  const inputs = all.filter(({ $type }) => $type === 'dmn:InputData');
  const decision = all.find(({ $type }) => $type === 'dmn:Decision');
  if (decision === undefined) return;
  const width = Math.max(BOX.width, inputs.length * (DATA.width + GAP) - GAP);
  const middle = TOP + width / 2;
  const left = (i: number): number =>
    middle - (inputs.length * (DATA.width + GAP) - GAP) / 2 + i * (DATA.width + GAP);
  const needs = elements(decision, 'informationRequirement');
  const needOf = (id: string): XmlElement | undefined =>
    needs.find((need) => text(element(need, 'requiredInput'), 'href') === `#${id}`);
  const point = (x: number, y: number): XmlElement => newElement(moddle, 'dc:Point', { x, y });

  const shape = (one: XmlElement, x: number, y: number, size: typeof BOX): XmlElement =>
    newElement(moddle, 'dmndi:DMNShape', {
      id: `shape-${text(one, 'id') ?? ''}`,
      dmnElementRef: one,
      bounds: newElement(moddle, 'dc:Bounds', { x, y, ...size }),
    });
  const edges = inputs.flatMap((input, i) => {
    const need = needOf(text(input, 'id') ?? '');
    if (need === undefined) return [];
    const waypoint = [point(left(i) + DATA.width / 2, BELOW), point(middle, TOP + BOX.height)];
    return [
      newElement(moddle, 'dmndi:DMNEdge', {
        id: `edge-${text(need, 'id') ?? ''}`,
        dmnElementRef: need,
        waypoint,
      }),
    ];
  });
  const diagram = newElement(moddle, 'dmndi:DMNDiagram', {
    id: 'diagram',
    diagramElements: [
      shape(decision, middle - BOX.width / 2, TOP, BOX),
      ...inputs.map((input, i) => shape(input, left(i), BELOW, DATA)),
      ...edges,
    ],
  });
  put(root, 'dmnDI', newElement(moddle, 'dmndi:DMNDI', { diagrams: [diagram] }));
}

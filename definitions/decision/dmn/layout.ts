import type { DmnModdle } from 'dmn-moddle';
import { element, elements, newElement, put, text, type XmlElement } from './element.ts';
import { layersOf, type Drawn } from './layers.ts';
import { newXmlIds } from './xml-ids.ts';

const BOX = { width: 180, height: 80 };
const DATA = { width: 125, height: 45 };
const EDGE = 80;
const ROW = 180;

/**
 * A plain drawing of decisions and the values they look at: each below those that require it, with an arrow up (DMN 1.5,
 * chapter 13). In the file, whoever requires something stands before it.
 */
export function layOut(root: XmlElement, moddle: DmnModdle): void {
  const all = elements(root, 'drgElement').map((one) => {
    const needs = elements(one, 'informationRequirement').map((need) => ({ need, id: sourceOf(need) }));
    const size = one.$type === 'dmn:InputData' ? DATA : BOX;
    return { one, id: text(one, 'id') ?? '', needs, size };
  });
  const sizes = new Map(all.map(({ id, size }) => [id, size]));
  const layers = layersOf(
    all.map(({ id, needs, size }): Drawn => ({ id, width: size.width, needs: needs.map((one) => one.id) })),
  );
  const idFor = newXmlIds(root);
  const corner = (id: string): { readonly x: number; readonly y: number } => {
    const { x, row } = layers.spots.get(id) ?? { x: 0, row: 0 };
    return { x: Math.round(EDGE + x), y: EDGE + row * ROW };
  };
  const middle = (id: string): number => corner(id).x + (sizes.get(id) ?? BOX).width / 2;

  const shapes = all.map(({ one, id, size }) =>
    newElement(moddle, 'dmndi:DMNShape', {
      id: idFor(`shape-${id}`, 'shape').id,
      dmnElementRef: one,
      bounds: newElement(moddle, 'dc:Bounds', { ...corner(id), ...size }),
    }),
  );
  const edges = all.flatMap(({ id: to, needs }) =>
    needs.map(({ need, id: from }) => {
      const between = layers.passes(from, to).flatMap(({ x, row }) => {
        const at = { x: Math.round(EDGE + x), y: EDGE + row * ROW };
        return [{ x: at.x, y: at.y + BOX.height }, at];
      });
      const waypoint = [
        { x: middle(from), y: corner(from).y },
        ...between,
        { x: middle(to), y: corner(to).y + BOX.height },
      ].map((at) => newElement(moddle, 'dc:Point', at));
      const id = idFor(`edge-${text(need, 'id') ?? ''}`, 'edge').id;
      return newElement(moddle, 'dmndi:DMNEdge', { id, dmnElementRef: need, waypoint });
    }),
  );
  const diagram = newElement(moddle, 'dmndi:DMNDiagram', {
    id: idFor('diagram', 'diagram').id,
    diagramElements: [...shapes, ...edges],
  });
  put(root, 'dmnDI', newElement(moddle, 'dmndi:DMNDI', { diagrams: [diagram] }));
}

/** The id of what is required. */
function sourceOf(need: XmlElement): string {
  const source = element(need, 'requiredDecision') ?? element(need, 'requiredInput');
  return (text(source, 'href') ?? '').slice(1);
}

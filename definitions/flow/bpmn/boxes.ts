import { element, elements, type XmlElement } from '../../decision/dmn/element.ts';
import type { Box } from '../../drawing/place.ts';

/** Where the elements of a BPMN file are drawn; the first drawing of an element counts. */
export function boxesIn(root: XmlElement): (one: XmlElement) => Box | undefined {
  const boxes = new Map<XmlElement, Box>();
  for (const diagram of elements(root, 'diagrams'))
    for (const shape of elements(element(diagram, 'plane') ?? diagram, 'planeElement')) {
      const drawn = element(shape, 'bpmnElement');
      const bounds = element(shape, 'bounds');
      if (drawn === undefined || bounds === undefined || boxes.has(drawn)) continue;
      const box = {
        x: numberIn(bounds, 'x'),
        y: numberIn(bounds, 'y'),
        width: numberIn(bounds, 'width'),
        height: numberIn(bounds, 'height'),
      };
      if (Object.values(box).every(isWithinReach)) boxes.set(drawn, box);
    }
  return (one) => boxes.get(one);
}

/** No canvas is larger, whatever a file says. */
const FARTHEST = 10_000_000;

function isWithinReach(value: number): boolean {
  return Math.abs(value) <= FARTHEST;
}

function numberIn(bounds: XmlElement, name: string): number {
  const value = bounds[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

import { element, elements, foreignAttribute, text, type XmlElement } from '../../decision/dmn/element.ts';
import { OWN_ID } from '../../decision/dmn/type-ref.ts';
import { BOUNDS } from '../bounds.ts';
import type { Lane } from '../flow.ts';
import { quotedShort, type Leave } from './left-out.ts';
import { cut } from './read-step.ts';

/** The innermost lanes, each with what stands in it. */
export function lanesOf(
  container: XmlElement,
  idFor: (wanted: string) => string,
  leave: Leave,
): readonly { readonly lane: Lane; readonly within: readonly XmlElement[] }[] {
  const found: { lane: Lane; within: readonly XmlElement[] }[] = [];
  const open = elements(container, 'laneSets').flatMap((set) => elements(set, 'lanes'));
  for (let at = 0; at < open.length; at += 1) {
    const one = open[at];
    if (one === undefined) continue;
    const inner = elements(element(one, 'childLaneSet') ?? one, 'lanes');
    const name = text(one, 'name') ?? '';
    if (inner.length > 0) {
      leave(
        `The lane ${quotedShort(name)} around ${inner.length} others`,
        'Bands stand below each other; the inner ones are kept.',
      );
      open.splice(at + 1, 0, ...inner);
    } else if (found.length >= BOUNDS.lanes)
      leave(`The lane ${quotedShort(name)}`, `A flow has at most ${BOUNDS.lanes} bands.`);
    else
      found.push({
        lane: { id: foreignAttribute(one, OWN_ID) ?? idFor(text(one, 'id') ?? 'band'), name: cut(name) },
        within: elements(one, 'flowNodeRef'),
      });
  }
  return found;
}

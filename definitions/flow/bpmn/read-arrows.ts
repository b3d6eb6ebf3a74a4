import { element, foreignAttribute, text, type XmlElement } from '../../decision/dmn/element.ts';
import { OWN_ID } from '../../decision/dmn/type-ref.ts';
import type { Edge } from '../flow.ts';
import { nameOf } from './elsewhere.ts';
import { feelOf } from './expressions.ts';
import { quotedShort, type Leave } from './left-out.ts';
import { OWN_PORT } from './own-names.ts';
import { cut } from './read-step.ts';

/** How arrows leave an element: by one port, or, of a branch, each by its own; `otherwise` is the default one. */
export interface Leaving {
  readonly node: string;
  readonly port?: string;
  readonly otherwise?: XmlElement | undefined;
}

export interface ReadArrow {
  readonly edge: Edge;
  readonly condition?: string;
  readonly isDefault: boolean;
}

/** The arrows of a process whose both ends came along. */
export function arrowsOf(
  arrows: readonly XmlElement[],
  {
    leaving,
    entered,
    isArm,
    idFor,
    leave,
  }: {
    readonly leaving: ReadonlyMap<XmlElement, Leaving>;
    /** The step that an element became. */
    readonly entered: ReadonlyMap<XmlElement, string>;
    /** What a gateway waits for: the arrow to it is no arrow here. */
    readonly isArm: ReadonlySet<XmlElement>;
    readonly idFor: (wanted: string) => string;
    readonly leave: Leave;
  },
): readonly ReadArrow[] {
  return arrows.flatMap((arrow): readonly ReadArrow[] => {
    const [source, target] = [element(arrow, 'sourceRef'), element(arrow, 'targetRef')];
    if (target !== undefined && isArm.has(target)) return [];
    const from = source && leaving.get(source);
    const to = target && entered.get(target);
    const said = `The arrow${spoken(arrow)}${end(' from ', source)}${end(' to ', target)}`;
    if (source === undefined || target === undefined) {
      leave(said, `What it ${source === undefined ? 'begins' : 'ends'} at is not in the file.`);
      return [];
    }
    if (from === undefined || to === undefined) {
      leave(said, 'What it is drawn at was left out.');
      return [];
    }
    const condition = element(arrow, 'conditionExpression');
    const isBranch = from.port === undefined;
    const where = `at the arrow${spoken(arrow)}${end(' from ', source)}${end(' to ', target)}`;
    if (condition !== undefined && !isBranch)
      leave(
        `The condition ${quotedShort(text(condition, 'body') ?? '')} ${where}`,
        'Only a branch has conditions; draw one behind the step.',
      );
    const id = idFor(foreignAttribute(arrow, OWN_ID) ?? text(arrow, 'id') ?? 'arrow');
    const port = from.port ?? foreignAttribute(arrow, OWN_PORT) ?? id;
    const name = text(arrow, 'name');
    return [
      {
        edge: { id, from: { node: from.node, port }, to, ...(name !== undefined && { name: cut(name) }) },
        ...(condition !== undefined && isBranch && { condition: feelOf(condition, where, leave) }),
        isDefault: from.otherwise === arrow,
      },
    ];
  });
}

function spoken(arrow: XmlElement): string {
  const name = text(arrow, 'name');
  return name === undefined ? '' : ` ${quotedShort(name)}`;
}

function end(word: string, at: XmlElement | undefined): string {
  return at === undefined ? '' : `${word}${quotedShort(nameOf(at) ?? '')}`;
}

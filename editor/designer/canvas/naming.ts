import { getSmoothStepPath, Position } from '@xyflow/react';
import { labelPlace, type LabelPlace } from '../../../definitions/drawing/arrow-label.ts';
import type { Band } from '../../../definitions/drawing/bands.ts';
import { CARD } from '../../../definitions/drawing/place.ts';
import { BOUNDS } from '../../../definitions/flow/bounds.ts';
import type { Edge, Flow } from '../../../definitions/flow/flow.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import { portsOf } from '../../../definitions/flow/ports.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { drawnBands } from '../commands/bands.ts';
import { nameOfArrow } from '../commands/rename.ts';
import type { Chosen } from '../commands/remove.ts';
import type { DraftArrow } from './draft-arrow.tsx';
import { portPlaces } from './handles.ts';
import { NONE_FOUND, type FoundWays } from './near-ways.ts';

/** A thing of the drawing whose words are written where they stand. */
export interface Naming {
  readonly of: 'step' | 'note' | 'arrow' | 'band';
  readonly id: string;
}

/** The field in which they are written. */
export interface NameField extends LabelPlace {
  /** What stands there now. */
  readonly text: string;
  /** What stands there while nothing is written. */
  readonly otherwise: string;
  /** So many characters at most. */
  readonly most: number;
}

/** An icon stands before the name of a card. */
const BESIDE_ICON = { x: 34, y: 5 } as const;
/** From the corner of a band to the field over its name. */
const IN_BAND = { x: 5, y: 6 } as const;
/** From the line that an arrow's words stand on up to the edge of the field. */
const ABOVE = 17;

/** What a key asks to be named: the one thing that is chosen. */
export function namingOf(flow: Flow, { nodes, edges }: Chosen): Naming | null {
  const [edge] = edges;
  if (nodes.length + edges.length !== 1) return null;
  if (edge !== undefined) return { of: 'arrow', id: edge };
  const node = flow.nodes.find(({ id }) => id === nodes[0]);
  return node === undefined ? null : namingOfStep(node);
}

/** Of a note what it says is written, of any other step its name. */
export function namingOfStep({ id, kind }: Pick<FlowNode, 'id' | 'kind'>): Naming {
  return { of: kind === 'textAnnotation' ? 'note' : 'step', id };
}

/** Where and as what something is written, in canvas pixels; null: it is not there. `arrows` are as they are drawn, or `near`. */
export function nameField(
  flow: Flow,
  arrows: readonly DraftArrow[],
  { of, id }: Naming,
  near: FoundWays = NONE_FOUND,
): NameField | null {
  if (of === 'arrow') {
    const edge = flow.edges.find((one) => one.id === id);
    return edge === undefined ? null : arrowField(flow, arrows, near, edge);
  }
  if (of === 'band') {
    const band = drawnBands(flow).find((one) => one.id === id);
    return band === undefined ? null : bandField(band);
  }
  const node = flow.nodes.find((one) => one.id === id);
  return node === undefined ? null : stepField(node);
}

function bandField({ x, y, name }: Band): NameField {
  const place = { x: x + IN_BAND.x, y: y + IN_BAND.y, anchor: 'start' } as const;
  return { ...place, text: name, otherwise: name, most: BOUNDS.nameCharacters };
}

function stepField(node: FlowNode): NameField {
  const { x, y } = node.position;
  if (node.kind === 'textAnnotation')
    return { x, y, anchor: 'start', text: node.text, otherwise: '', most: BOUNDS.noteCharacters };
  const place = { x: x + BESIDE_ICON.x, y: y + BESIDE_ICON.y, anchor: 'start' } as const;
  return { ...place, text: node.name, otherwise: node.name, most: BOUNDS.nameCharacters };
}

function arrowField(
  flow: Flow,
  arrows: readonly DraftArrow[],
  near: FoundWays,
  edge: Edge,
): NameField | null {
  const { points, label = '', forks = false } = arrows.find(({ id }) => id === edge.id)?.data ?? {};
  const way = points ?? near.ways.get(edge.id);
  const place =
    way === undefined ? middleOf(flow, edge) : labelPlace(way, label, forks || near.forked.has(edge.id));
  if (place === null) return null;
  const text = nameOfArrow(flow, edge);
  const otherwise = text === label ? drawingWords.designer.naming.unnamed : label;
  return { ...place, y: place.y - ABOVE, text, otherwise, most: BOUNDS.nameCharacters };
}

/** Above the middle of the shortest way: it has none of its own. */
function middleOf(flow: Flow, { from, to }: Edge): LabelPlace | null {
  const [source, target] = [from.node, to].map((end) => flow.nodes.find(({ id }) => id === end));
  const [begin] = source === undefined ? [] : portPlaces(portsOf(source));
  if (source === undefined || target === undefined || begin === undefined) return null;
  const [, x, y] = getSmoothStepPath({
    sourceX: source.position.x + begin.x,
    sourceY: source.position.y + begin.y,
    sourcePosition: begin.position,
    targetX: target.position.x,
    targetY: target.position.y + CARD.height / 2,
    targetPosition: Position.Left,
  });
  return { x, y: y - 6, anchor: 'middle' };
}

import { nanoid } from 'nanoid';
import type { ReactNode } from 'react';
import type { Flow } from '../../definitions/flow/flow.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import FlowCanvas, { type FlowCanvasProps } from './canvas/flow-canvas.tsx';
import { nameBand } from './commands/bands.ts';
import { moveSteps } from './commands/change-step.ts';
import { connect, leadTo } from './commands/connect.ts';
import { nameArrow, nameStep, writeNote } from './commands/rename.ts';
import type { Command } from './commands/in-flow.ts';
import type { Naming } from './canvas/naming.ts';
import type { Desk } from './desk.ts';
import { tidy } from './tidy.ts';

/** The canvas of a flow of the draft on a desk: what is done on it is done to the draft. */
export function DraftCanvas({
  desk,
  ...props
}: {
  readonly desk: Desk;
} & Omit<FlowCanvasProps, 'onMove' | 'onConnect' | 'onLead' | 'onName' | 'onTidy'>): ReactNode {
  const { flow } = props;
  const ledLabel = (from: string, to: string): string =>
    drawingWords.designer.did.connected(nameOf(flow, from), nameOf(flow, to));
  return (
    <FlowCanvas
      {...props}
      onMove={(to) => desk.do(movedLabel(flow, [...to.keys()]), moveSteps(flow.id, to))}
      onConnect={(from, to) => desk.do(ledLabel(from.node, to), connect(flow.id, from, to, nanoid(12)))}
      onLead={(edge, to) => {
        const from = flow.edges.find(({ id }) => id === edge)?.from.node ?? '';
        desk.do(ledLabel(from, to), leadTo(flow.id, edge, to));
      }}
      onName={(naming, text) => {
        const { label, command } = named(flow, naming, text);
        desk.do(label, command);
      }}
      onTidy={() => void tidy(desk, flow, props.chosen)}
    />
  );
}

function nameOf(flow: Flow, node: string): string {
  return flow.nodes.find(({ id }) => id === node)?.name ?? '';
}

function movedLabel(flow: Flow, nodes: readonly string[]): string {
  const { moved, movedMany } = drawingWords.designer.did;
  return nodes.length === 1 ? moved(nameOf(flow, nodes[0] ?? '')) : movedMany(nodes.length);
}

/** What somebody wrote where it stands, as an act. A step or a band that was left without a name keeps its own. */
function named(
  flow: Flow,
  { of, id }: Naming,
  text: string,
): { readonly label: string; readonly command: Command } {
  const { did } = drawingWords.designer;
  const before = nameOf(flow, id);
  switch (of) {
    case 'arrow':
      return {
        label: text === '' ? did.unnamedArrow : did.namedArrow(text),
        command: nameArrow(flow.id, id, text),
      };
    case 'note':
      return { label: did.wroteNote(before), command: writeNote(flow.id, id, text) };
    case 'band': {
      const old = flow.lanes.find((lane) => lane.id === id)?.name ?? '';
      return {
        label: drawingWords.inspector.renamed(old, text),
        command: nameBand(flow.id, id, text === '' ? old : text),
      };
    }
    case 'step':
      return {
        label: drawingWords.inspector.renamed(before, text),
        command: nameStep(flow.id, id, text === '' ? before : text),
      };
  }
}

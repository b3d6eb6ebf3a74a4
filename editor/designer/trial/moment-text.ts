import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { flowIn, nodeIn } from '../../../definitions/flow/drawn.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import type { TrailView } from '../../../definitions/model/views/case-detail.ts';
import { trailSentence } from '../../cases/timeline.ts';
import type { Names } from '../../shell/plain-value.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { words } from '../../shell/words.ts';
import type { Moment } from './moments.ts';
import { trailOf } from './trail.ts';

/** What happened in a moment, in a sentence as a colleague would say it. */
export function momentText(moment: Moment, content: DraftContent, now: number, names: Names): string {
  const { event, entries } = moment;
  if (event?.type === 'message') return messageText(event.name);
  const said = trailOf(entries, content).flatMap((entry) => {
    const node = nodeIn(content, entry);
    return node === undefined ? [] : [sentence(entry, node, content, now, names)];
  });
  return said.findLast((text) => text !== '') ?? '';
}

/** What comes from outside, as it is said. */
export function messageText(name: string): string {
  const { trial } = drawingWords;
  if (name === 'mention') return trial.wrote;
  return name === 'answered elsewhere' ? trial.elsewhere : trial.message(name);
}

function sentence(
  entry: TrailView,
  node: FlowNode,
  content: DraftContent,
  now: number,
  names: Names,
): string {
  const { trial } = drawingWords;
  const { step, stuck, timeline } = words;
  const code = entry.detail?.['code'];
  if (entry.what === 'left' && node.kind === 'serviceTask' && typeof code === 'string')
    return trial.failed(node.name, stuck.codes[code] ?? code);
  const told = trailSentence(entry, node, now, names);
  if (told !== null) return told;
  const isLeft = entry.what === 'left';
  const edge = flowIn(content, entry.flow)?.edges.find(({ id }) => id === entry.edge);
  switch (node.kind) {
    // The way for all other cases is named by its arrow alone.
    case 'exclusiveGateway':
      return edge?.name === undefined ? node.name : timeline.branch(node.name, edge.name);
    case 'startEvent':
      return trial.begins(node.name);
    case 'callActivity': {
      const name = flowIn(content, node.flow)?.name ?? node.name;
      return isLeft ? trial.outOf(name) : trial.into(name);
    }
    case 'parallelGateway':
      return isLeft ? trial.split(node.name) : trial.joins(node.name);
    case 'serviceTask':
      return isLeft ? node.name : trial.underWay(node.name, step.underWay.serviceTask ?? '');
    default:
      return isLeft || entry.what === 'entered' ? node.name : '';
  }
}

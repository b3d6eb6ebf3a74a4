import type { Flow } from '../../definitions/flow/flow.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { addBand, moveBand, moveBorder, removeBand } from './commands/bands.ts';
import type { Command } from './commands/in-flow.ts';
import { unusedName } from './commands/new-step.ts';

/** What can be done to the bands of a flow, but for naming them. */
export type BandAct =
  /** `id` is the one it will have; it comes behind another, or before all. */
  | { readonly do: 'add'; readonly id: string; readonly behind: string | null }
  | { readonly do: 'remove'; readonly id: string }
  | { readonly do: 'move'; readonly id: string; readonly to: 'up' | 'down' }
  /** Its lower border, by so many canvas pixels. */
  | { readonly do: 'border'; readonly id: string; readonly by: number };

/** An act on bands as it is done to the draft, and what it is called. */
export function bandDeed(flow: Flow, act: BandAct): { readonly label: string; readonly command: Command } {
  const { did, newNames } = drawingWords.designer;
  const names = flow.lanes.map(({ name }) => name);
  const name = flow.lanes.find(({ id }) => id === act.id)?.name ?? '';
  switch (act.do) {
    case 'add': {
      const lane = { id: act.id, name: unusedName(newNames.band, names) };
      return { label: did.added(lane.name), command: addBand(flow.id, lane, act.behind) };
    }
    case 'remove':
      return { label: did.removedBand(name), command: removeBand(flow.id, act.id) };
    case 'move':
      return { label: did.movedBand(name), command: moveBand(flow.id, act.id, act.to) };
    case 'border':
      return { label: did.movedBorder(name), command: moveBorder(flow.id, act.id, act.by) };
  }
}

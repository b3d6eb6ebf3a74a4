import { nanoid } from 'nanoid';
import { BOUNDS } from '../../../definitions/flow/bounds.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import type { BandAct } from '../band-acts.ts';
import type { ViewActs } from '../canvas/canvas-tools.tsx';
import { drawnBands, roomAbove } from '../commands/bands.ts';
import { STEP } from '../commands/spot.ts';
import type { Act } from './act.ts';

/** What acts on bands are done on, and how. */
export interface ActsOnBands {
  readonly flow: Flow;
  readonly view: ViewActs | null;
  readonly isDrawing: boolean;
  onBand(act: BandAct): void;
}

/** What can be done to the bands of a flow: to each that is drawn, and to get the first one. */
export function bandActs({ flow, view, isDrawing, onBand }: ActsOnBands): readonly Act[] {
  const said = drawingWords.acts.band;
  const isFull = flow.lanes.length >= BOUNDS.lanes;
  const add = (behind: string | null): void => {
    const id = nanoid(12);
    onBand({ do: 'add', id, behind });
    view?.name({ of: 'band', id });
  };
  if (flow.lanes.length === 0)
    return [{ id: 'band', label: said.addFirst, run: () => add(null), isOff: !isDrawing }];
  return drawnBands(flow).flatMap(({ id, name }, index, { length }): Act[] => {
    const room = roomAbove(flow, id);
    const act = (what: string, label: string, run: () => void, isOff = false): Act => ({
      id: `${what} band ${id}`,
      label,
      run,
      about: flow.name,
      isOff: isOff || !isDrawing,
    });
    const move = (to: 'up' | 'down') => () => onBand({ do: 'move', id, to });
    const moveBorder = (by: number) => () => onBand({ do: 'border', id, by });
    return [
      act('rename', said.rename(name), () => view?.name({ of: 'band', id }), view === null),
      act('add', said.addBelow(name), () => add(id), isFull),
      act('remove', said.remove(name), () => onBand({ do: 'remove', id })),
      act('up', said.up(name), move('up'), index === 0),
      act('down', said.down(name), move('down'), index === length - 1),
      act('larger', said.larger(name), moveBorder(STEP.y), room === null),
      act('smaller', said.smaller(name), moveBorder(-STEP.y), room === null || room === 0),
    ];
  });
}

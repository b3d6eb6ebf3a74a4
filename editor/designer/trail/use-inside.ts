import { useCallbackRef } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { nanoid } from 'nanoid';
import { drawingWords } from '../../shell/drawing-words.ts';
import { beginCalled } from '../commands/begin-called.ts';
import { groupSteps } from '../commands/group/group-steps.ts';
import type { Chosen } from '../commands/remove.ts';
import type { Desk } from '../desk.ts';
import { insideOf } from './inside-of.ts';
import type { Walk } from './use-walk.ts';

/** Goes to what lies behind a step: the flow that it calls, or the table that it decides by; and makes such flows. */
export function useInside({
  desk,
  walk,
  chosen,
  onChoose,
}: {
  readonly desk: Desk;
  readonly walk: Walk;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}): {
  /**
   * Of the chosen step, or of another one; what is not there is said, with the ways on. False: no step of its kind has
   * anything behind it.
   */
  readonly inside: (of?: Chosen) => boolean;
  /** Begins a flow for a step that calls none. */
  readonly beginFlow: (step: string) => void;
  /** Makes a flow of the chosen steps, and chooses the step that calls it. */
  readonly group: (name: string) => void;
} {
  const { flow } = walk;
  const inside = useCallbackRef((of: Chosen = chosen): boolean => {
    const behind = insideOf(flow, of);
    if (behind === undefined) return false;
    if ('table' in behind) {
      walk.openTable(behind.table);
      return true;
    }
    if (walk.into(behind.step)) return true;
    onChoose({ nodes: [behind.step], edges: [] });
    const said = drawingWords.calledFlows;
    notifications.show({ title: said.missingAt(behind.name), message: said.missingToDo, color: 'bad' });
    return true;
  });
  const beginFlow = useCallbackRef((step: string): void => {
    const name = flow.nodes.find(({ id }) => id === step)?.name ?? '';
    desk.do(drawingWords.calledFlows.did.begun(name), beginCalled(flow.id, step));
  });
  const group = useCallbackRef((name: string): void => {
    const { nodes } = chosen;
    const steps = flow.nodes.filter(({ id, kind }) => nodes.includes(id) && kind !== 'textAnnotation');
    const label = drawingWords.calledFlows.did.grouped(name, steps.length);
    let call: string | null = null;
    desk.do(
      label,
      groupSteps(flow.id, nodes, { name, newId: () => nanoid(12) }, (made) => {
        call = made;
      }),
    );
    if (call !== null) onChoose({ nodes: [call], edges: [] });
  });
  return { inside, beginFlow, group };
}

import type { Flow } from '../../definitions/flow/flow.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { placeSteps } from './commands/change-step.ts';
import type { Chosen } from './commands/remove.ts';
import type { Desk } from './desk.ts';

/** Puts steps in order: those chosen, if several are, or all of them. */
export async function tidy(desk: Desk, flow: Flow, { nodes }: Chosen): Promise<void> {
  const [{ elkLayout }, { placeBands }] = await Promise.all([
    import('./layout/elk-layout.ts'),
    import('./layout/place-bands.ts'),
  ]);
  const { layOut, end } = elkLayout();
  try {
    const to = await placeBands(flow, layOut, new Set(nodes.length > 1 ? nodes : []));
    desk.do(drawingWords.designer.did.tidied, placeSteps(flow.id, to));
  } finally {
    end();
  }
}

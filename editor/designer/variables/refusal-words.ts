import { BOUNDS } from '../../../definitions/flow/bounds.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { flowIn } from '../../../definitions/flow/drawn.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { refusalOfNew, type Refusal } from '../commands/new-name.ts';

/** Why a value cannot be called so, in a sentence. */
export function refusalWords(refusal: Refusal, content: DraftContent): string {
  const { refused } = drawingWords.variables;
  switch (refusal.code) {
    case 'no such variable':
      return refused.gone;
    case 'no name':
      return refused.noName;
    case 'taken':
      return refused.taken;
    case 'read otherwise': {
      const step = flowIn(content, refusal.flow)?.nodes.find(({ id }) => id === refusal.node);
      return refused.otherwise(step?.name ?? '');
    }
    case 'too long':
      return refused.tooLong;
  }
}

/** Why a name as it was typed is none for a value, whatever stands in the flow; null: it may be one. */
export function nameRefusal(name: string): string | null {
  const { refused } = drawingWords.variables;
  if (name === '') return refused.empty;
  return name.length > BOUNDS.nameCharacters ? refused.long(BOUNDS.nameCharacters) : null;
}

/** Why a flow cannot have one more value of this name; null: it can. */
export function newValueRefusal(flow: Flow, name: string): string | null {
  const { refused } = drawingWords.variables;
  if (flow.variables.length >= BOUNDS.variables) return refused.tooMany(BOUNDS.variables);
  const refusal = refusalOfNew(flow, name);
  if (refusal === undefined) return nameRefusal(name);
  return nameRefusal(name) ?? (refusal === 'taken' ? refused.taken : refused.noName);
}

import { drawingWords } from '../shell/drawing-words.ts';
import type { PasteRefusal } from './edit-cells.ts';

/** Why cells are not taken in, as a sentence. */
export function refusalWords(refusal: PasteRefusal): string {
  const { refused } = drawingWords.decisions;
  switch (refusal.why) {
    case 'too many rows':
      return refused[refusal.why](refusal.rows, refusal.most);
    case 'too many columns':
      return refused[refusal.why](refusal.columns, refusal.room);
    case 'too long':
      return refused[refusal.why](refusal.most);
  }
}

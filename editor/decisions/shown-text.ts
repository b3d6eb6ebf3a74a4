import { plainTest } from '../drawing/plain-test.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { ANY, type GridColumn } from './cells.ts';

const LENGTH_OF_TIME = /^(?:[<>]=?\s*)?(?:@|duration\()"-?P/;

/** A cell as it is shown while nobody writes in it: lengths of time in words, and a dash for whatever there is. */
export function shownText(text: string, column: GridColumn): string {
  if (column.kind === 'note') return text;
  if (column.kind === 'input' && (text === '' || text === ANY)) return drawingWords.decisions.any;
  return LENGTH_OF_TIME.test(text) ? plainTest(text) : text;
}

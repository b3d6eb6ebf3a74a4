/** What a key does while a cell is only looked at. */
export type GridAct =
  | { readonly act: 'move'; readonly rows: number; readonly columns: number; readonly extends: boolean }
  | { readonly act: 'page'; readonly by: 1 | -1; readonly extends: boolean }
  /** To the first or last column, or with `isFar` to the corner of the table. */
  | { readonly act: 'end'; readonly isLast: boolean; readonly isFar: boolean; readonly extends: boolean }
  /** `typed` replaces what stands there; absent: it is gone on with. */
  | { readonly act: 'write'; readonly typed?: string }
  | { readonly act: 'clear' | 'fill down' | 'all' }
  | { readonly act: 'move rows'; readonly by: 1 | -1 }
  | { readonly act: 'insert'; readonly below: boolean };

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const ARROWS: { readonly [key: string]: readonly [number, number] } = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
const FAR = Number.MAX_SAFE_INTEGER;

/** The act of a key; null for one that is the page's, as Ctrl+Z is. */
export function gridAct({ key, shiftKey, altKey, ctrlKey, metaKey }: Key): GridAct | null {
  const isCommand = ctrlKey || metaKey;
  const arrow = ARROWS[key];
  if (arrow !== undefined) {
    const [rows, columns] = arrow;
    if (altKey) return rows === 0 ? null : { act: 'move rows', by: rows > 0 ? 1 : -1 };
    const far = isCommand ? FAR : 1;
    return { act: 'move', rows: rows * far, columns: columns * far, extends: shiftKey };
  }
  if (altKey) return null;
  if (isCommand) return commandOf(key, shiftKey);
  switch (key) {
    case 'Enter':
    case 'F2':
      return { act: 'write' };
    case 'Delete':
    case 'Backspace':
      return { act: 'clear' };
    case 'Home':
    case 'End':
      return { act: 'end', isLast: key === 'End', isFar: false, extends: shiftKey };
    case 'PageUp':
    case 'PageDown':
      return { act: 'page', by: key === 'PageDown' ? 1 : -1, extends: shiftKey };
    default:
      return [...key].length === 1 ? { act: 'write', typed: key } : null;
  }
}

function commandOf(key: string, shiftKey: boolean): GridAct | null {
  switch (key) {
    case 'd':
    case 'D':
      return { act: 'fill down' };
    case 'a':
    case 'A':
      return { act: 'all' };
    case 'Home':
    case 'End':
      return { act: 'end', isLast: key === 'End', isFar: true, extends: shiftKey };
    case 'Enter':
      return { act: 'insert', below: !shiftKey };
    default:
      return null;
  }
}

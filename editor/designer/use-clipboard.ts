import { notifications } from '@mantine/notifications';
import { nanoid } from 'nanoid';
import { useEffect, useMemo } from 'react';
import type { Flow } from '../../definitions/flow/flow.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { copySteps, pasteSteps, type CopiedSteps } from './commands/clipboard.ts';
import { removeChosen, type Chosen } from './commands/remove.ts';
import type { Desk } from './desk.ts';

export interface Working {
  readonly desk: Desk;
  readonly flow: Flow;
  readonly chosen: Chosen;
  readonly onChosen: (chosen: Chosen) => void;
}

export interface Clipboard {
  /** Puts what is chosen beside itself once more. */
  duplicate(): void;
  remove(): void;
  /** Puts what is chosen on the browser's clipboard. */
  copy(): void;
  paste(): void;
}

const newId = (): string => nanoid(12);

/** Copies, cuts and pastes steps by the browser's own clipboard, so that they go from window to window. */
export function useClipboard({
  desk,
  flow,
  chosen,
  onChosen,
  isDrawing,
}: Working & {
  /** Else something lies over the drawing, which may have a clipboard of its own. */
  readonly isDrawing: boolean;
}): Clipboard {
  const acts = useMemo(() => {
    const { did, pasteRefused, pasteRefusedToDo } = drawingWords.designer;
    const copiedSteps = (): CopiedSteps | null => copySteps(desk.state().content, flow.id, chosen.nodes);
    const copied = (): string | null => {
      const steps = copiedSteps();
      return steps === null ? null : JSON.stringify(steps);
    };
    const putSteps = (steps: CopiedSteps, label: (count: number) => string): void => {
      let ids: readonly string[] = [];
      desk.do(
        label(steps.nodes.length),
        pasteSteps(flow.id, steps, { newId }, (made) => {
          ids = made;
        }),
      );
      onChosen({ nodes: ids, edges: [] });
    };
    const put = async (text: string, label: (count: number) => string): Promise<void> => {
      const { readCopiedSteps } = await import('./read-clipboard.ts');
      const steps = readCopiedSteps(text);
      if (steps === null) {
        notifications.show({ title: pasteRefused, message: pasteRefusedToDo, color: 'bad' });
        return;
      }
      putSteps(steps, label);
    };
    const remove = (): void => {
      if (chosen.nodes.length + chosen.edges.length === 0) return;
      const [only] = chosen.nodes;
      const name = flow.nodes.find(({ id }) => id === only)?.name;
      const isOne = chosen.nodes.length === 1 && name !== undefined;
      const label = isOne ? did.removed(name) : did.removedMany(chosen.nodes.length + chosen.edges.length);
      desk.do(label, removeChosen(flow.id, chosen));
      onChosen({ nodes: [], edges: [] });
    };
    const duplicate = (): void => {
      const steps = copiedSteps();
      if (steps !== null) putSteps(steps, did.duplicated);
    };
    const copy = (): void => {
      const text = copied();
      if (text !== null) void navigator.clipboard.writeText(text);
    };
    const pasteText = (text: string): void => void put(text, did.pasted);
    const paste = (): void => {
      // Where the browser does not let the page read what was copied, it is told as what cannot be pasted.
      navigator.clipboard.readText().then(pasteText, () => pasteText(''));
    };
    return { copied, pasteText, remove, duplicate, copy, paste };
  }, [desk, flow, chosen, onChosen]);

  useEffect(() => {
    if (!isDrawing) return undefined;
    const onCopy = (event: ClipboardEvent): void => {
      const text = isWriting(event.target) || hasMarked() ? null : acts.copied();
      if (text === null) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      if (event.type === 'cut') acts.remove();
    };
    const onPaste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (isWriting(event.target) || text === '') return;
      event.preventDefault();
      acts.pasteText(text);
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [acts, isDrawing]);
  return acts;
}

/** Whether keys are meant for a field that somebody writes in. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

/** Words of the page that somebody marked are what is copied then. */
function hasMarked(): boolean {
  return (getSelection()?.toString() ?? '') !== '';
}

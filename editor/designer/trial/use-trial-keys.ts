import { useEffect } from 'react';
import { isWriting } from '../use-clipboard.ts';
import { stopKey } from './positions.ts';
import type { Trying } from './use-trial.ts';

/** What keys do while a draft is tried, and the one that begins it; those meant for a field or a dialog are left alone. */
export function useTrialKeys(trying: Trying, isDrawing: boolean): void {
  useEffect(() => {
    const act = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => {
      if (ctrlKey || metaKey || altKey || !isDrawing) return false;
      if (!trying.isOn) return key.toLowerCase() === 't' && done(trying.begin());
      switch (key) {
        case 'Escape':
          return done(trying.leave());
        case 'ArrowRight':
          return done(trying.go(trying.position + 1));
        case 'ArrowLeft':
          return done(trying.go(trying.position - 1));
        case 'Home':
          return done(trying.go(0));
        case 'End':
          return done(trying.goOn());
        case ' ':
          // On a button it presses that.
          return !isButton(target) && done(trying.play(!trying.isPlaying));
        case 'p':
        case 'P':
          return done(trying.play(!trying.isPlaying));
        case 'b':
        case 'B':
          return trying.chosen !== null && done(trying.toggleStop(stopKey(trying.chosen)));
        default:
          return false;
      }
    };
    const onKey = (event: KeyboardEvent): void => {
      const { target } = event;
      const isElsewhere = target instanceof HTMLElement && target.closest('[role="dialog"]') !== null;
      if (event.defaultPrevented || isElsewhere || isWriting(target) || !act(event)) return;
      event.preventDefault();
      // The canvas would move what has the focus by itself.
      event.stopPropagation();
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [trying, isDrawing]);
}

function done(_: void): true {
  return true;
}

function isButton(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, [role="button"], a, summary') !== null;
}

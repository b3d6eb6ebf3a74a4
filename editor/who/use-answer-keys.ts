import { useEffect, useRef } from 'react';
import { ANSWERS } from './answers.ts';
import type { Queue } from './use-queue.ts';
import { whoWords } from './who-words.ts';

/** Where a letter is written rather than meant as an answer, or the page behind is not what is looked at. */
const ELSEWHERE = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], nav';

/** Answers by single keys, wherever on the page the focus is; a key that is held down answers once. */
export function useAnswerKeys(queue: Queue, mayAnswer: boolean): void {
  const now = useRef(queue);
  useEffect(() => {
    now.current = queue;
  });
  useEffect(() => {
    if (!mayAnswer) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const isMeant = !(event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing);
      if (!isMeant || (event.target instanceof Element && event.target.closest(ELSEWHERE) !== null)) return;
      const key = event.key.toUpperCase();
      const answer = ANSWERS.find((one) => whoWords.answers[one].keys === key);
      if (answer !== undefined) now.current.answer(answer);
      else if (key === whoWords.undo.keys) now.current.takeLastBack();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [mayAnswer]);
}

import { useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';

/** So long after it was moved last it is painted as sharp as it is when nothing moves. */
const STILL_MS = 200;

/**
 * Lets a drawing that is moved without being made larger or smaller be shifted as it was painted: else all that is in
 * sight would be painted anew for each frame. Words are a little sharper where this is off, so it is only on meanwhile.
 */
export function useShifted(): void {
  const store = useStoreApi();
  useEffect(() => {
    const { domNode, transform } = store.getState();
    const viewport = domNode?.querySelector<HTMLElement>('.react-flow__viewport');
    if (viewport == null) return undefined;
    let last = transform;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const paintAgain = (): void => {
      viewport.style.willChange = '';
    };
    const leave = store.subscribe(({ transform: now }) => {
      if (now === last) return;
      const isShift = now[2] === last[2];
      last = now;
      clearTimeout(timer);
      viewport.style.willChange = isShift ? 'transform' : '';
      if (isShift) timer = setTimeout(paintAgain, STILL_MS);
    });
    return () => {
      leave();
      clearTimeout(timer);
      paintAgain();
    };
  }, [store]);
}

import { useEffect, type RefObject } from 'react';

/** Drawings below an element scroll together: where one stands, the others do. */
export function useScrollTogether(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const around = ref.current;
    if (around === null) return undefined;
    const follow = ({ target }: Event): void => {
      if (!(target instanceof HTMLElement)) return;
      for (const other of around.querySelectorAll<HTMLElement>('[role="group"]')) {
        if (other === target) continue;
        // Setting what is so already is no scroll, so that two never chase each other.
        if (other.scrollLeft !== target.scrollLeft) other.scrollLeft = target.scrollLeft;
        if (other.scrollTop !== target.scrollTop) other.scrollTop = target.scrollTop;
      }
    };
    around.addEventListener('scroll', follow, true);
    return () => around.removeEventListener('scroll', follow, true);
  }, [ref]);
}

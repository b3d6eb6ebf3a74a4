import { useEffect, useState } from 'react';
import { NOTHING_READ, readingOf, stillFound, type Example, type Reading } from './reading.ts';
import type { FeelSetting } from './setting.ts';

/** So long nobody has typed before something new is said to be wrong. */
const PAUSE_MS = 500;
/** Longer ones are not read at each key. */
const QUICK = 2_000;

/**
 * What is to be told of a source. While somebody writes in it, what is newly wrong waits for a pause; what holds no
 * more goes at once.
 */
export function useReading(
  source: string,
  setting: FeelSetting,
  example: Example | null,
  isWriting: boolean,
  now: number,
): Reading {
  const [told, tell] = useState(() => readingOf(source, setting, example, now));
  useEffect(() => {
    if (source.length <= QUICK) {
      const found = readingOf(source, setting, example, now);
      if (!isWriting) return tell(found);
      tell((before) => stillFound(found, before));
      const later = setTimeout(() => tell(found), PAUSE_MS);
      return () => clearTimeout(later);
    }
    if (isWriting) tell(NOTHING_READ);
    const later = setTimeout(() => tell(readingOf(source, setting, example, now)), isWriting ? PAUSE_MS : 0);
    return () => clearTimeout(later);
  }, [source, setting, example, isWriting, now]);
  return told;
}

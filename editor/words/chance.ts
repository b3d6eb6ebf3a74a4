/** How likely something is, as one says it. */
import { counted } from './locale.ts';

/** 'about 6 in 10', 'about 97 in 100', 'more than 99 in 100'. @param chance from 0 to 1 */
export function chanceText(chance: number): string {
  if (chance > 0.99) return `more than ${counted(99)} in ${counted(100)}`;
  if (chance < 0.01) return `less than ${counted(1)} in ${counted(100)}`;
  const isRough = chance >= 0.095 && chance <= 0.905;
  return isRough
    ? `about ${counted(Math.round(chance * 10))} in ${counted(10)}`
    : `about ${counted(Math.round(chance * 100))} in ${counted(100)}`;
}

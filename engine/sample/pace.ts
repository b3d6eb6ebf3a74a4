/** How fast a sample day is told. */
export const PACES = ['paused', 'slow', 'normal'] as const;
export type Pace = (typeof PACES)[number];

const DAY_S = 86_400;

/** Story seconds per real second: a day of the story lasts a minute, or five when it is told slowly. */
export const SCALE_OF: { readonly [pace in Pace]: number } = {
  paused: 0,
  slow: DAY_S / 300,
  normal: DAY_S / 60,
};

/** The pace of a scale; a scale that nobody chose by name (a test's) counts as normal. */
export function paceOf(scale: number): Pace {
  return PACES.find((pace) => SCALE_OF[pace] === scale) ?? 'normal';
}

/** Something that can be done in the designer: told by name in the search of acts, and by its keys on their sheet. */
export interface Act {
  readonly id: string;
  readonly label: string;
  /** What it belongs to, as it is told beside it. */
  readonly about?: string;
  /** How its keys are told. */
  readonly keys?: string;
  /** Absent: keys alone do it, such as the arrows. */
  readonly run?: () => void;
  /** It is nothing to do just now. */
  readonly isOff?: boolean;
}

/** The acts that a text looks for, the best first: each of its words stands in them, at best at a beginning. */
export function actsFor(acts: readonly Act[], wanted: string): readonly Act[] {
  const parts = plain(wanted).split(/\s+/).filter(Boolean);
  const able = acts.filter(({ run, isOff = false }) => run !== undefined && !isOff);
  if (parts.length === 0) return able;
  return able
    .map((act) => ({ act, fit: fitOf(act, parts) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ act }) => act);
}

/** In the label counts more than beside it; 0: a word of what is wanted stands nowhere. */
function fitOf({ label, about = '' }: Act, parts: readonly string[]): number {
  const [labelled, beside] = [plain(label), plain(about)];
  let sum = 0;
  for (const part of parts) {
    const fit = Math.max(2 * partFit(labelled, part), partFit(beside, part));
    if (fit === 0) return 0;
    sum += fit;
  }
  // Of equals the shorter one: more of it was asked for.
  return sum + 1 / (2 + labelled.length);
}

function partFit(text: string, part: string): number {
  if (text.startsWith(part)) return 5;
  if (text.includes(` ${part}`) || text.includes(`“${part}`)) return 4;
  if (text.includes(part)) return 3;
  return text.split(/\s+/).some((word) => holdsInOrder(word, part)) ? 1 : 0;
}

/** Whether the letters stand in a word in this order, from its first one on. */
function holdsInOrder(word: string, part: string): boolean {
  if (part.length < 2 || word[0] !== part[0]) return false;
  let at = 0;
  for (const letter of word) if (letter === part[at]) at += 1;
  return at === part.length;
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

import { ALIKE, DIFFERENT, NEAR, SAME, SOUNDS, type FieldKind } from './field-kind.ts';
import { areNicknames } from './nicknames.ts';
import { editDistance, jaroWinkler, leastChanges, mostLikeness, signsIn, soundex } from './text-likeness.ts';

/** Answers the place of the level at which two values of a field agree; both say something and are read alike. */
export type Compare = (one: string, other: string) => number;

/** How values of a kind are compared. */
export const COMPARISONS: { readonly [kind in FieldKind]: Compare } = {
  'given name': (one, other) =>
    areNicknames(one, other) ? (one === other ? SAME : NEAR) : names(one, other),
  'family name': names,
  name: wholeNames,
  'date of birth': dates,
  email: emails,
  handle: handles,
  phone: phones,
  'street number': numbers,
  street: texts,
  address: texts,
  locality: names,
  postcode: numbers,
  state: (one, other) => (one === other ? SAME : editDistance(one, other, 1) <= 1 ? NEAR : DIFFERENT),
  identifier: numbers,
};

/** Winkler's likeness from which two names are taken for one that was miswritten, and from which they are alike. */
const NEARLY = 0.92;
const FAIRLY = 0.84;

function texts(one: string, other: string): number {
  if (one === other) return SAME;
  const [signs, others] = [signsIn(one), signsIn(other)];
  const changes = leastChanges(signs, others) > 2 ? 3 : editDistance(one, other, 2);
  if (changes <= 1) return NEAR;
  const likeness = mostLikeness(one, other, signs, others) < FAIRLY ? 0 : jaroWinkler(one, other);
  if (likeness >= NEARLY) return NEAR;
  const isLong = Math.min(one.length, other.length) > 4;
  return likeness >= FAIRLY || (isLong && changes <= 2) ? ALIKE : DIFFERENT;
}

/** Whether two plain texts are the same, or one change makes them so: what is asked of a value in another's field. */
export function isClose(one: string, other: string): boolean {
  if (one === other) return true;
  return leastChanges(signsIn(one), signsIn(other)) <= 1 && editDistance(one, other, 1) <= 1;
}

function names(one: string, other: string): number {
  const isOneLetter = one.length === 1 || other.length === 1;
  const isSameBeginning = one.charCodeAt(0) === other.charCodeAt(0);
  if (isOneLetter) return one === other ? SAME : isSameBeginning ? ALIKE : DIFFERENT;
  const level = texts(one, other);
  return level === DIFFERENT && isSameBeginning && soundex(one) === soundex(other) ? SOUNDS : level;
}

/** Of names in whole each part is paired with the likest of the other name; what one of them leaves out counts little. */
function wholeNames(one: string, other: string): number {
  if (one === other) return SAME;
  const [few, many] = [one.split(' '), other.split(' ')].sort((a, b) => a.length - b.length);
  if (few === undefined || many === undefined) return DIFFERENT;
  const left = [...many];
  let worst = SAME;
  for (const part of few) {
    const [best] = left
      .map((word, at) => ({
        at,
        level: part === word ? SAME : areNicknames(part, word) ? NEAR : names(part, word),
      }))
      .sort((a, b) => a.level - b.level);
    if (best === undefined || best.level === DIFFERENT)
      return few.length === 1 ? texts(one.replaceAll(' ', ''), other.replaceAll(' ', '')) : DIFFERENT;
    worst = Math.max(worst, best.level);
    left.splice(best.at, 1);
  }
  // A single name within a longer one is a weak sign.
  return few.length === 1 && left.length > 0
    ? Math.max(worst, ALIKE)
    : Math.max(worst, left.length > 0 ? NEAR : SAME);
}

function numbers(one: string, other: string): number {
  if (one === other) return SAME;
  const changes = editDistance(one, other, 2);
  if (changes <= 1) return NEAR;
  if (one.length > 5 && changes <= 2) return ALIKE;
  return one.length === other.length && sorted(one) === sorted(other) ? ALIKE : DIFFERENT;
}

const sorted = (text: string): string => [...text].sort().join('');

/** Where the parts of `YYYYMMDD` begin and end. */
const YEAR = [0, 4] as const;
const MONTH = [4, 6] as const;
const DAY = [6, 8] as const;
const PARTS = [YEAR, MONTH, DAY] as const;
type Part = (typeof PARTS)[number];

/** `YYYYMMDD`, zeros for what is not known. */
function dates(one: string, other: string): number {
  if (one === other) return SAME;
  let [agreeing, unknown] = [0, 0];
  for (const part of PARTS) {
    if (isUnknown(one, part) || isUnknown(other, part)) unknown += 1;
    else if (isSamePart(one, part, other, part)) agreeing += 1;
  }
  if (unknown > 0)
    return agreeing > 0 && agreeing + unknown === PARTS.length && isSamePart(one, YEAR, other, YEAR)
      ? ALIKE
      : DIFFERENT;
  const isTurned = isSamePart(one, MONTH, other, DAY) && isSamePart(one, DAY, other, MONTH);
  if (isTurned && isSamePart(one, YEAR, other, YEAR)) return NEAR;
  const changes = editDistance(one, other, 2);
  if (changes <= 1) return NEAR;
  return agreeing >= 2 || changes <= 2 ? ALIKE : DIFFERENT;
}

function isUnknown(date: string, [from, to]: Part): boolean {
  for (let at = from; at < to; at += 1) if (date.charCodeAt(at) !== 48) return false;
  return true;
}

function isSamePart(one: string, [from, to]: Part, other: string, [begin]: Part): boolean {
  for (let at = from; at < to; at += 1)
    if (one.charCodeAt(at) !== other.charCodeAt(begin + at - from)) return false;
  return true;
}

function emails(one: string, other: string): number {
  if (one === other) return SAME;
  const [local = '', domain = ''] = one.split('@');
  const [otherLocal = '', otherDomain = ''] = other.split('@');
  if (editDistance(one, other, 2) <= 2) return NEAR;
  const isOneProvider = domain === otherDomain && Math.min(local.length, otherLocal.length) > 4;
  return local === otherLocal || (isOneProvider && jaroWinkler(local, otherLocal) >= NEARLY)
    ? ALIKE
    : DIFFERENT;
}

/** Somebody has much the same name wherever theirs is taken already: janesmith, janesmith84. */
function handles(one: string, other: string): number {
  if (one === other) return SAME;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length > 5 && (long.startsWith(short) || editDistance(one, other, 1) <= 1)) return NEAR;
  return DIFFERENT;
}

/** The shortest number that stands for itself where two are written with and without prefixes. */
const OWN_DIGITS = 7;

function phones(one: string, other: string): number {
  if (one === other) return SAME;
  if (Math.min(one.length, other.length) >= OWN_DIGITS && (one.endsWith(other) || other.endsWith(one)))
    return NEAR;
  return editDistance(one, other, 1) <= 1 ? ALIKE : DIFFERENT;
}

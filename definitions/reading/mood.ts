import vader from 'vader-sentiment';
import type { WordSense } from './word-sense.ts';
import type { Language } from './facts.ts';

export type Mood = 'negative' | 'neutral' | 'positive';

/** Longest text that VADER is given; it looks at every word's neighbours. */
const VADER_CHARACTERS = 5_000;
/** VADER's own: a sum of weights becomes a number between -1 and 1 by x / sqrt(x² + 15). */
const VADER_ALPHA = 15;
/** What turns a word for VADER, which knows these in small letters and with a straight apostrophe alone. */
const NEGATION =
  /(?<!\p{L})(?:not|never|none|nope|nor|neither|nothing|nowhere|cannot|without|rarely|seldom|despite|\p{L}+n['’ʼ]t)(?!\p{L})/giu;
/** How many words before a word a negation reaches. */
const NEGATION_REACH = 3;
/** Beyond this, either way, somebody is in a mood. */
const MOOD_FROM = 0.15;

/**
 * How somebody feels, from -1 to 1, to two digits: VADER for English and for what is in no known language, weighted
 * words for a language that has them, and emoji in all.
 */
export function sentimentOf(
  text: string,
  tokens: readonly string[],
  language: Language,
  sense: WordSense,
): number {
  const signs = squash(sum(sense.signs.find(tokens).map((hit) => hit.weight ?? 0)));
  const words =
    language === 'en' || language === 'unknown'
      ? vader.SentimentIntensityAnalyzer.polarity_scores(plainNegations(text.slice(0, VADER_CHARACTERS)))
          .compound
      : weighed(tokens, language, sense);
  const together = signs === 0 ? words : words === 0 ? signs : (words + signs) / 2;
  return Math.round(Math.max(-1, Math.min(1, together)) * 100) / 100;
}

/** 'Not happy' and 'isn’t happy' as VADER reads them. */
function plainNegations(text: string): string {
  return text.replace(NEGATION, (word) => word.toLowerCase().replace(/[’ʼ]/u, "'"));
}

export function moodOf(sentiment: number): Mood {
  if (sentiment <= -MOOD_FROM) return 'negative';
  return sentiment >= MOOD_FROM ? 'positive' : 'neutral';
}

/** The weighted words of the language's list; a negation shortly before a good word turns it. */
function weighed(tokens: readonly string[], language: Language, sense: WordSense): number {
  const hits = sense.mood.find(tokens).filter((hit) => hit.list === `mood-${language}`);
  const negations = hits.filter((hit) => hit.means === 'negation').map((hit) => hit.to);
  const weights = hits
    .filter((hit) => hit.weight !== undefined)
    .map(({ weight = 0, from }) => {
      const negated = negations.some((at) => at <= from && from - at < NEGATION_REACH);
      return negated && weight > 0 ? -weight : weight;
    });
  return squash(sum(weights));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function squash(total: number): number {
  return total === 0 ? 0 : total / Math.sqrt(total * total + VADER_ALPHA);
}

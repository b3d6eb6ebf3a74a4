import { MOST_MEANINGS, TOPICS } from './facts.ts';
import type { Facts } from './facts.schema.ts';
import { languageOf } from './language.ts';
import { moodOf, sentimentOf } from './mood.ts';
import { noiseFeaturesOf } from './noise-features.ts';
import { isWord, readText } from './tokens.ts';
import type { WordHit } from './word-matcher.ts';
import type { WordSense } from './word-sense.ts';

export interface TextsOfCase {
  /** All they wrote, oldest first, the latest among it. */
  readonly all: readonly string[];
  /** What they wrote last: after our last answer. */
  readonly latest: readonly string[];
  readonly isReply: boolean;
  readonly brand: string;
}

/** Of equally many finds, which step is meant: the nearer to the customer's door, the likelier. */
const STEP_ORDER = [
  'technician pickup',
  'appointment',
  'order',
  'system entry',
  'agent information',
  'other',
  'none',
] as const;

/** In an answer this short, a yes or a no is the answer. */
const SHORT_ANSWER_WORDS = 4;

/** What the texts say, by the word lists. Pure: the same texts and lists, the same facts. */
export function factsOfTexts(texts: TextsOfCase, sense: WordSense): Facts {
  const allTokens = texts.all.map((text) => readText(text).tokens);
  const text = texts.latest.join('\n');
  const reading = readText(text);
  const { tokens } = reading;

  const topics = allTokens.flatMap((of) => sense.topics.find(of));
  const steps = allTokens.flatMap((of) => sense.steps.find(of));
  const flags = new Set(allTokens.flatMap((of) => sense.flags.find(of)).map((hit) => hit.means));
  const manner = new Set(sense.flags.find(tokens).map((hit) => hit.means));
  const short = new Set(
    tokens.filter(isWord).length <= SHORT_ANSWER_WORDS
      ? sense.short.find(tokens).map((hit) => hit.means)
      : [],
  );

  const language = languageOf(text, tokens, sense);
  const sentiment = sentimentOf(text, tokens, language, sense);
  const saysNotPutRight = manner.has('not put right') || short.has('no');
  return {
    language,
    sentiment,
    mood: moodOf(sentiment),
    topic: mostNamed(topics, TOPICS, 'none'),
    brokenStep: mostNamed(steps, STEP_ORDER, 'none'),
    topics: distinct(topics.map((hit) => hit.means)),
    flags: distinct([...flags]),
    complaint: manner.has('complaint') || manner.has('not put right'),
    praise: manner.has('praise') && !manner.has('complaint'),
    thanks: manner.has('thanks'),
    question: manner.has('question') || text.includes('?') || text.includes('¿'),
    legalThreat: flags.has('legal threat'),
    outage: topics.some((hit) => hit.means === 'outage'),
    missedVisit: topics.some((hit) => hit.means === 'missed visit'),
    wrongCharge: flags.has('wrong charge'),
    asksForPerson: manner.has('asks for a person'),
    leaving: flags.has('leaving'),
    vulnerable: flags.has('vulnerable'),
    saysPutRight: !saysNotPutRight && (manner.has('put right') || short.has('yes')),
    saysNotPutRight,
    ...noiseFeaturesOf(reading, texts.brand, sense),
    isReply: texts.isReply,
    mentions: texts.all.length,
  };
}

/** The meaning found most often; of equals the first in `order`. */
function mostNamed<T extends string>(hits: readonly WordHit[], order: readonly T[], none: T): T {
  let best = none;
  let most = 0;
  for (const meaning of order) {
    const count = hits.filter((hit) => hit.means === meaning).length;
    if (count > most) [best, most] = [meaning, count];
  }
  return best;
}

function distinct(meanings: readonly string[]): string[] {
  return [...new Set(meanings)].slice(0, MOST_MEANINGS);
}

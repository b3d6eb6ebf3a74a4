/** What a mention can be about. Of several, the one named most; of equals, the first of these. */
export const TOPICS = [
  'missed visit',
  'outage',
  'billing',
  'appointment',
  'order',
  'product',
  'information',
  'none',
] as const;

/** How many meanings of each sort are handed on; there is no drawing that asks for more. */
export const MOST_MEANINGS = 50;

/** In which language something can be found to be written. */
export const LANGUAGES = ['en', 'es', 'fr', 'de', 'it', 'pt', 'nl', 'other', 'unknown'] as const;
export type Language = (typeof LANGUAGES)[number];

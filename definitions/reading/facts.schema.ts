import { z } from 'zod';
import { BROKEN_STEPS } from '../model/case.ts';
import { LANGUAGES, MOST_MEANINGS, TOPICS } from './facts.ts';

const meanings = z.array(z.string()).max(MOST_MEANINGS);

/**
 * What a case's texts say, in facts. What it is about (topic, step, flags such as a legal threat) holds for all they
 * wrote; how they put it (mood, thanks, complaint, question, noise) for what they wrote last.
 */
export const FactsSchema = z.object({
  language: z.enum(LANGUAGES).describe('Language of what they wrote last'),
  sentiment: z.number().min(-1).max(1).describe('From -1 (furious) to 1 (delighted)'),
  mood: z.enum(['negative', 'neutral', 'positive']),
  topic: z.enum(TOPICS).describe('What it is about most'),
  brokenStep: z.enum(BROKEN_STEPS).describe('The step of our own process that their words point to'),
  topics: meanings.describe('All topics of the word lists that were found'),
  flags: meanings.describe('All flags of the word lists that were found'),
  complaint: z.boolean(),
  praise: z.boolean(),
  thanks: z.boolean(),
  question: z.boolean(),
  legalThreat: z.boolean(),
  outage: z.boolean(),
  missedVisit: z.boolean(),
  wrongCharge: z.boolean(),
  asksForPerson: z.boolean(),
  leaving: z.boolean().describe('They say that they leave us'),
  vulnerable: z.boolean().describe('Somebody depends on the service'),
  saysPutRight: z.boolean(),
  saysNotPutRight: z.boolean(),
  linksOnly: z.boolean().describe('Nothing but links, handles or signs'),
  quotesAddress: z.boolean().describe('Quotes an address or a page of ours'),
  automated: z.boolean().describe('Written by a machine or for everybody'),
  isReply: z.boolean().describe('Not the first of its conversation'),
  ownWords: z.number().int().min(0).describe('Words beside links, handles, numbers and quotations'),
  mentions: z.number().int().min(0).describe('How often they wrote in this case'),
});
export type Facts = z.infer<typeof FactsSchema>;

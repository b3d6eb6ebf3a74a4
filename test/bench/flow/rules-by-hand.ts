import type { JsonObject } from '../../../definitions/flow/json.ts';

/** Facts of texts, as far as the rules look at them. */
export interface Facts {
  readonly complaint: boolean;
  readonly question: boolean;
  readonly linksOnly: boolean;
  readonly isReply: boolean;
  readonly automated: boolean;
  readonly quotesAddress: boolean;
  readonly ownWords: number;
  readonly praise: boolean;
  readonly mood: string;
  readonly missedVisit: boolean;
  readonly wrongCharge: boolean;
  readonly outage: boolean;
  readonly brokenStep: string | null;
  readonly topic: string;
  readonly legalThreat: boolean;
  readonly vulnerable: boolean;
  readonly leaving: boolean;
  readonly sentiment: number;
  readonly saysPutRight: boolean;
  readonly saysNotPutRight: boolean;
  readonly thanks: boolean;
}

export function worthOf(facts: Facts): 'answer' | 'noise' | 'praise' {
  if (facts.complaint || facts.question) return 'answer';
  if (facts.linksOnly) return facts.isReply || facts.mood === 'negative' ? 'answer' : 'noise';
  if (facts.automated || (facts.quotesAddress && facts.ownWords < 6)) return 'noise';
  return facts.praise && facts.mood === 'positive' ? 'praise' : 'answer';
}

export function isOurError(facts: Facts): boolean {
  if (facts.missedVisit || facts.wrongCharge || facts.outage) return true;
  const steps = ['agent information', 'order', 'appointment', 'system entry', 'technician pickup'];
  return facts.complaint && steps.includes(facts.brokenStep ?? '');
}

export function brokenStepOf(facts: Facts): string {
  const { brokenStep: step, topic } = facts;
  if (step === 'agent information' || step === 'appointment') return step;
  if (facts.missedVisit) return 'technician pickup';
  if (facts.wrongCharge) return 'system entry';
  if (step === 'order' || step === 'system entry' || step === 'technician pickup') return step;
  if (!facts.complaint) return 'none';
  return topic === 'order' || topic === 'appointment' ? topic : 'other';
}

export function priorityOf(
  facts: Facts,
  {
    ourError,
    unhappy,
    reopened,
    contacts,
  }: { ourError: boolean; unhappy: number; reopened: boolean; contacts: number },
): 'urgent' | 'high' | 'normal' | 'low' {
  if (facts.legalThreat || facts.vulnerable || unhappy >= 2 || (ourError && contacts >= 3)) return 'urgent';
  if (unhappy >= 1 || facts.outage || ourError || reopened || facts.leaving || facts.sentiment < -0.6)
    return 'high';
  return facts.sentiment > 0.2 ? 'low' : 'normal';
}

export function skillOf(facts: Facts, broken: string): string {
  if (facts.legalThreat) return 'legal';
  if (broken === 'technician pickup' || broken === 'appointment') return 'field service';
  if (facts.topic === 'missed visit' || facts.topic === 'appointment') return 'field service';
  if (facts.topic === 'outage') return 'network';
  if (facts.topic === 'billing' || broken === 'system entry') return 'billing';
  return facts.topic === 'order' || broken === 'order' ? 'orders' : 'care';
}

const HOUR_MS = 3_600_000;

export function dueOf(priority: string): { readonly dueMs: number; readonly ladderMs: number } {
  if (priority === 'urgent') return { dueMs: HOUR_MS, ladderMs: HOUR_MS / 2 };
  if (priority === 'high') return { dueMs: 4 * HOUR_MS, ladderMs: 2 * HOUR_MS };
  if (priority === 'low') return { dueMs: 24 * HOUR_MS, ladderMs: 12 * HOUR_MS };
  return { dueMs: 8 * HOUR_MS, ladderMs: 4 * HOUR_MS };
}

export function remedyOf(about: {
  ourError: boolean;
  broken: string;
  unhappy: number;
  contacts: number;
  years: number;
}): JsonObject {
  const { ourError, broken, unhappy, contacts, years } = about;
  if (!ourError) return { remedy: unhappy >= 1 ? 'apology' : 'none', amount: 0, months: 0 };
  if (unhappy >= 2) return { remedy: 'premium channel', amount: 0, months: 6 };
  if (broken === 'technician pickup') return { remedy: 'credit', amount: contacts >= 3 ? 40 : 20, months: 0 };
  if (broken === 'appointment') return { remedy: 'new visit', amount: 0, months: 0 };
  if (contacts >= 3) return { remedy: 'credit', amount: 20, months: 0 };
  return years >= 10
    ? { remedy: 'premium channel', amount: 0, months: 3 }
    : { remedy: 'apology', amount: 0, months: 0 };
}

export function signOffNeeded(facts: Facts, answers: JsonObject): boolean {
  const { remedy, amount, months } = answers;
  if (facts.legalThreat) return true;
  if (remedy === 'credit') return typeof amount === 'number' && amount > 20;
  return remedy === 'premium channel' && typeof months === 'number' && months > 3;
}

export function happyOf(facts: Facts): 'yes' | 'no' | 'more' {
  if (facts.saysNotPutRight || (facts.complaint && facts.mood === 'negative')) return 'no';
  if (facts.saysPutRight && facts.mood !== 'negative') return 'yes';
  if (facts.question) return 'more';
  if (!facts.complaint && facts.thanks && facts.mood !== 'negative') return 'yes';
  return facts.mood === 'negative' ? 'no' : 'more';
}

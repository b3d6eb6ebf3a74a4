import type { JsonObject } from '../../definitions/flow/json.ts';

const missed = {
  step: 'technician pickup',
  ownError: true,
  priority: 'high',
  skill: 'field service',
  gives: 'credit 20',
};
const twice = { step: 'system entry', ownError: true, priority: 'high', skill: 'billing', gives: 'apology' };
const dark = { step: 'none', ownError: true, priority: 'high', skill: 'network', gives: 'apology' };
const asked = { step: 'none', ownError: false, priority: 'normal', skill: 'care', gives: 'none' };

/** What the shipped flow takes each mention of the story for that is worth an answer. */
export const TAKEN_FOR: { readonly [mention: string]: JsonObject } = {
  // Nobody came: nine of twenty-seven.
  'tweet-05': missed,
  'tweet-09': missed,
  'tweet-15': missed,
  'tweet-16': missed,
  'blog-07': missed,
  'forum-04': missed,
  'email-04': missed,
  'email-05': missed,
  'call-02': missed,
  // Autopay ran twice: one error, told on three channels.
  'tweet-04': twice,
  'email-01': twice,
  'forum-02': twice,
  // The cut at Quay Lane.
  'tweet-18': dark,
  'tweet-19': dark,
  'tweet-20': { ...dark, step: 'other' },
  'forum-07': dark,
  'forum-08': dark,
  'call-04': { ...dark, priority: 'urgent' },
  // The others.
  'tweet-02': asked,
  'forum-01': asked,
  'tweet-06': {
    step: 'appointment',
    ownError: true,
    priority: 'high',
    skill: 'field service',
    gives: 'new visit',
  },
  'email-03': { step: 'order', ownError: true, priority: 'high', skill: 'orders', gives: 'apology' },
  'email-06': {
    step: 'system entry',
    ownError: true,
    priority: 'urgent',
    skill: 'legal',
    gives: 'premium channel',
  },
  'forum-03': { ...asked, step: 'other' },
  'blog-12': { step: 'agent information', ownError: true, priority: 'high', skill: 'care', gives: 'apology' },
  'call-01': { ...asked, priority: 'low', skill: 'billing' },
  'call-03': { step: 'agent information', ownError: true, priority: 'high', skill: 'care', gives: 'apology' },
};

export const PRAISE: readonly string[] = ['tweet-13', 'blog-16'];

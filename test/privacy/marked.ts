import { z } from 'zod';
import type { Flow } from '../../definitions/flow/flow.ts';
import { defineActivity } from '../../workers/sdk/define-activity.ts';
import { defineCrm } from '../../workers/sdk/define-crm.ts';
import { lookUpCustomer } from '../../workers/activities/look-up-customer.ts';
import { sendReply } from '../../workers/activities/send-reply.ts';
import { sendWebhook } from '../../workers/activities/send-webhook.ts';
import { drawing, end, node, start } from '../workflows/drawing.ts';

/** What is planted: each stands nowhere but where this person's data is. */
export const MARKS = {
  name: 'Qxavername Markly',
  handle: '@qxhandlemark',
  email: 'qxmailmark@example.org',
  phone: '+34 600 918 273',
  text: 'qxtextmark is what I wrote',
  subject: 'qxsubjectmark',
  url: 'https://example.org/qxurlmark',
  beside: 'qxbesidemark',
  id: '<qxidmark@example.org>',
  thread: 'qxthreadmark',
  account: 'AC-8675309',
  called: 'qxcalledmark is what I said on the phone',
  hooked: 'qxhookmark is what the webhook brought',
  answer: 'qxanswermark is what was answered',
  note: 'qxnotemark is what a colleague noted',
  why: 'qxwhymark is why',
  record: 'qxrecordmark',
  failure: 'qxfailuremark',
} as const;

/** Finds any of them, however it is written. */
export const ANY_MARK = /qx[a-z]*mark|qxavername|markly|600\W?918\W?273|34600918273|8675309/i;

/** Fails, and says in its error what it read. */
const leak = defineActivity({
  name: 'leak',
  title: 'Leak',
  description: 'Throws what somebody wrote.',
  input: z.object({}),
  output: z.object({}),
  effect: 'keyed',
  retry: { maximumAttempts: 2, initialIntervalMs: 10 },
  run: async ({}, { store, call }) => {
    const [mention] = await store.mentions.byCase(call.caseId);
    throw Object.assign(new Error(`${MARKS.failure}: ${mention?.text ?? ''}`), { detail: MARKS.text });
  },
});

export const ACTIVITIES = [lookUpCustomer, leak, sendReply, sendWebhook];

/** A customer system that knows them. */
export const BILLING = defineCrm({
  name: 'billing',
  searchBy: ['email', 'accountNumber'],
  freshness: 'live',
  search: async ({ email, accountNumber }) => {
    const isTheirs = email === MARKS.email || accountNumber?.endsWith('8675309') === true;
    const said = { name: MARKS.name, email: MARKS.email, phone: MARKS.phone, since: '2019-05-01' };
    const extra = { remark: MARKS.record };
    return { items: isTheirs ? [{ ...said, accountNumber: MARKS.account, extra }] : [] };
  },
});

/** Who is it, something that fails, a person, a reply, another system. */
export const MARKED_FLOW: Flow = drawing('marked', {
  variables: [
    { name: 'who', type: { type: 'any' } },
    { name: 'answer', type: { type: 'any' } },
  ],
  nodes: [
    start,
    node('serviceTask', 'find', { activity: 'lookUpCustomer', input: {}, result: 'who' }),
    node('serviceTask', 'leak', { activity: 'leak', input: {} }),
    node('userTask', 'ask', {
      form: [
        { name: 'reply', label: 'Reply', type: { type: 'text' }, required: true },
        { name: 'note', label: 'Note', type: { type: 'text' } },
      ],
      assignment: {},
      result: 'answer',
    }),
    node('serviceTask', 'send', {
      activity: 'sendReply',
      input: { kind: '"answer"', text: 'answer.reply', by: 'answer.answered by' },
    }),
    node('serviceTask', 'tell', {
      activity: 'sendWebhook',
      input: { target: '"outside"', event: '"case.answered"', facts: '{ known: who.known }' },
    }),
    end(),
  ],
  edges: ['start > find', 'find > leak', 'leak > ask', 'ask > send', 'send > tell', 'tell > end'],
});

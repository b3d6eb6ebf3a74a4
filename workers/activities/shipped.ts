import type { ActivityDefinition } from '../sdk/define-activity.ts';
import { assignOwner } from './assign-owner.ts';
import { deriveFacts } from './derive-facts.ts';
import { escalateOwner } from './escalate-owner.ts';
import { lookUpCustomer } from './look-up-customer.ts';
import { recordRemedy } from './record-remedy.ts';
import { sendReply } from './send-reply.ts';
import { sendWebhook } from './send-webhook.ts';
import { tellTeam } from './tell-team.ts';

/** The activities that come with Earshot. A new one is a file of its own and a line here. */
export const shippedActivities: readonly ActivityDefinition[] = [
  deriveFacts,
  lookUpCustomer,
  assignOwner,
  escalateOwner,
  sendReply,
  recordRemedy,
  tellTeam,
  sendWebhook,
];

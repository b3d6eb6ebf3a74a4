/** What the states and kinds of things are called, on every page. */
import type { CaseStatus } from '../../definitions/model/case.ts';
import type { ChannelKind } from '../../definitions/model/mention.ts';
import type { Reply } from '../../definitions/model/reply.ts';
import type { Role } from '../../definitions/model/people.ts';

export const status = {
  open: 'at work',
  waiting: 'waits',
  person: 'needs a person',
  stuck: 'stuck',
  closed: 'closed',
  continued: 'goes on elsewhere',
} satisfies Record<CaseStatus, string>;

export const channelKinds = {
  tweet: 'Tweet',
  blog: 'Blog',
  forum: 'Forum',
  email: 'E-mail',
  phone: 'Phone',
  shop: 'Shop',
  chat: 'Chat',
  webhook: 'Message',
} satisfies Record<ChannelKind, string>;

export const replyKinds = {
  answer: 'answer',
  'satisfaction question': 'asked: put right?',
  thanks: 'thanks',
  elsewhere: 'answered outside Earshot',
} satisfies Record<Reply['kind'], string>;

export const replyStatus = {
  draft: 'draft',
  sent: 'sent',
  suppressed: 'not sent',
  failed: 'could not be sent',
} satisfies Record<Reply['status'], string>;

export const roles = {
  agent: 'agent',
  lead: 'lead',
  analyst: 'analyst',
  engineer: 'engineer',
  auditor: 'auditor',
  admin: 'administrator',
} satisfies Record<Role, string>;

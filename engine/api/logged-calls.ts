import type { ChannelKind } from '../../definitions/model/mention.ts';
import type { CallChoices, CallReceipt, LoggedCall } from '../../definitions/model/views/logged-call.ts';
import type { Store } from '../store/store.ts';
import { ApiProblem } from './api-problem.ts';
import type { Deps } from './deps.ts';
import { CallChoicesSchema, CallReceiptSchema, LoggedCallSchema } from './logged-call.schema.ts';
import { mentionOfCall } from './mention-of-call.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';

type Way = CallChoices['ways'][number];

/** Where people talk to the company in person. */
const IN_PERSON: readonly ChannelKind[] = ['phone', 'shop', 'chat'];

/** Writing down what was said by phone, in a shop or in a chat. */
export function loggedCallRoutes({ store }: Deps): readonly Route[] {
  return [
    defineRoute({
      id: 'readCallChoices',
      summary: 'What there is to choose from when a call is written down',
      method: 'get',
      path: '/api/calls/choices',
      access: 'signed in',
      answer: CallChoicesSchema,
      async handle(): Promise<{ ways: Way[]; brands: string[]; regions: string[] }> {
        const choices = await readChoices(store);
        return { ways: [...choices.ways], brands: [...choices.brands], regions: [...choices.regions] };
      },
    }),
    defineRoute({
      id: 'logCall',
      summary:
        'Writes down what somebody said by phone, in a shop or in a chat; it is heard like any other mention',
      method: 'post',
      path: '/api/calls',
      access: ['agent', 'lead'],
      status: 201,
      bodyLimit: 1024 * 1024,
      body: LoggedCallSchema,
      answer: CallReceiptSchema,
      async handle({ body, caller }): Promise<CallReceipt> {
        const way = await wayOf(store, body);
        const [verdict] = await store.mentions.capture([mentionOfCall(body)], { kind: way.kind });
        if (verdict?.status === 'rejected') throw refusal(verdict.field, verdict.reason);
        if (verdict === undefined || verdict.caseId === null) throw new Error('A call was given no case.');
        const { mentionId, caseId, status } = verdict;
        if (status === 'captured') {
          await store.audit.record({
            who: caller.person.id,
            act: 'logged a call',
            caseId,
            subject: mentionId,
            detail: { channel: way.name, kind: way.kind },
          });
        }
        return { mentionId, caseId };
      },
    }),
  ];
}

/** Declared channels of these kinds; a kind without one has a channel of its own name, which its first call makes. */
async function readChoices(store: Store): Promise<CallChoices> {
  const [channels, teams, brands] = await Promise.all([
    store.channels.list(),
    store.teams.list(),
    store.cases.brands(),
  ]);
  const declared = channels.flatMap(({ name, kind }) => (IN_PERSON.includes(kind) ? [{ name, kind }] : []));
  const others = IN_PERSON.filter(
    (kind) => !declared.some((way) => way.kind === kind) && !channels.some(({ name }) => name === kind),
  ).map((kind) => ({ name: kind, kind }));
  const regions = teams.flatMap(({ region }) => (region === null ? [] : [region]));
  return { ways: [...declared, ...others], brands, regions: [...new Set(regions)].sort() };
}

async function wayOf(store: Store, { channel }: LoggedCall): Promise<Way> {
  const { ways } = await readChoices(store);
  const way = ways.find(({ name }) => name === channel);
  if (way !== undefined) return way;
  throw refusal('channel', 'is not a way on which calls are written down');
}

/** The mention's fields as the form calls them. */
const FIELDS: Readonly<Record<string, string>> = {
  text: 'said',
  occurredAt: 'at',
  'author.name': 'who.name',
  'author.email': 'who.email',
  'author.phone': 'who.phone',
};

function refusal(field: string, reason: string): ApiProblem {
  return new ApiProblem('ill-formed', 'This call cannot be kept.', 'Correct the field named in errors.', {
    errors: [{ field: FIELDS[field] ?? field, reason }],
  });
}

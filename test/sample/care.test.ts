import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../definitions/flow/json.ts';
import { nextOpen } from '../../definitions/model/open-intervals.ts';
import { teamsOf } from '../../engine/sample/cast.ts';
import type { Dialogue, Say } from '../../engine/sample/script.schema.ts';
import { sinceMorning } from '../../engine/sample/story-time.ts';
import { readStory } from '../../engine/sample/story.ts';
import { link } from '../../engine/interpreter/link.ts';
import { simulate } from '../../engine/simulate/simulate.ts';
import { FactsSchema } from '../../definitions/reading/facts.schema.ts';
import { factsOfTexts } from '../../definitions/reading/facts-of-texts.ts';
import { wordSenseOf } from '../../definitions/reading/word-sense.ts';
import { published } from '../library/published.ts';
import { hear, MORNING, OFFSET, type Heard } from './heard.ts';
import { play, type Known } from './play.ts';
import { PRAISE, TAKEN_FOR } from './taken-for.ts';

const story = readStory();
const { revision } = published();
const program = link(revision);
const sense = wordSenseOf(revision.wordLists);
const STUCK = 'email-04';
const CONFIRM = 'call-01';
const LONGEST_MS = 10 * 86_400_000;

let heard: Heard;
const facts = new Map<string, JsonObject>();
const customers = new Map<string, readonly JsonObject[]>();
const owners = new Map<string, string>();

const of = <T>(map: ReadonlyMap<string, T>, id: string): T => {
  const found = map.get(id);
  if (found === undefined) throw new Error(`nothing is known of ${id}`);
  return found;
};
const mentionOf = (id: string) => {
  const found = story.mentions.find((mention) => mention.id === id);
  if (found === undefined) throw new Error(`no mention ${id}`);
  return found;
};
const startOf = (id: string): number => MORNING + sinceMorning(story, mentionOf(id).at);

/** As far as the shipped flow comes before anybody acts. */
function decided(id: string) {
  const answers = (activity: string, outputs: readonly JsonObject[]) => ({
    [activity]: outputs.map((output) => ({ output })),
  });
  return simulate(program, {
    name: id,
    start: new Date(startOf(id)).toISOString(),
    variables: {
      'case id': id,
      channel: mentionOf(id).channel,
      brand: 'wrenfield',
      history: false,
      reopened: false,
    },
    activities: {
      ...answers('deriveFacts', [of(facts, id)]),
      ...answers('lookUpCustomer', customers.get(id) ?? []),
      ...answers('assignOwner', [{ team: 'care-desk', person: null, level: 'team' }]),
      ...answers('sendReply', [{ sent: true, replyId: 'reply' }]),
      ...answers('tellTeam', [{ told: true, team: 'care-desk' }]),
    },
    tasks: { answer: 'nobody', confirm: [{ answers: { account: 'text' }, after: 'PT15M', by: 'somebody' }] },
    until: 'PT1H',
  });
}

const dialogueOf = (id: string): Dialogue => {
  const found = story.dialogues.find(({ begins }) => begins === id);
  if (found === undefined) throw new Error(`no dialogue ${id}`);
  return found;
};

/** What looking up the one with the broken record came to before it was repaired. */
let broken: unknown;

beforeAll(async () => {
  heard = await hear(story);
  for (const { id } of story.mentions) facts.set(id, await heard.ask(id, 'deriveFacts'));
  broken = await heard.ask(STUCK, 'lookUpCustomer').catch((error: unknown) => error);
  const { stuck } = dialogueOf(STUCK);
  if (stuck !== undefined) await heard.repair(stuck.repair);
  for (const id of [...Object.keys(TAKEN_FOR), ...PRAISE])
    customers.set(id, [await heard.ask(id, 'lookUpCustomer')]);
  const { confirm } = dialogueOf(CONFIRM);
  const settled = await heard.ask(CONFIRM, 'lookUpCustomer', {}, { account: confirm?.account ?? '' });
  customers.set(CONFIRM, [...of(customers, CONFIRM), settled]);
  for (const [id, { skill }] of Object.entries(TAKEN_FOR)) {
    const region = of(customers, id).at(-1)?.['region'] ?? null;
    const { team } = await heard.ask(id, 'assignOwner', { skill: skill ?? null, region });
    owners.set(id, String(team));
  }
});
afterAll(() => heard.close());

describe('of the sixty mentions', () => {
  it('each is read as facts of the declared shape', () => {
    for (const [id, read] of facts) expect(FactsSchema.safeParse(read).success, id).toBe(true);
  });

  it('thirty-one are noise, two are praise, twenty-seven are worth an answer', () => {
    const worth = story.mentions.map(({ id }) => ({ id, is: decidedWorth(id) }));
    const ids = (what: string) =>
      worth
        .filter(({ is }) => is === what)
        .map(({ id }) => id)
        .sort();
    expect(ids('praise')).toEqual([...PRAISE].sort());
    expect(ids('answer')).toEqual(Object.keys(TAKEN_FOR).sort());
    expect(ids('noise')).toHaveLength(31);
  });

  it('seventeen blog posts are noise', () => {
    const noise = story.mentions.filter(({ id }) => decidedWorth(id) === 'noise');
    expect(noise.filter(({ channel }) => channel === 'blog')).toHaveLength(17);
    for (const { id } of noise) expect(decided(id).outcome, id).toBe('put aside');
  });

  const decidedWorth = (id: string) => decided(id).variables['worth'];
});

describe('whoever wrote', () => {
  it('is found by a verified address, by a link made before, or by nobody’s guess', () => {
    const sure = Object.keys(TAKEN_FOR).filter((id) => of(customers, id)[0]?.['certainty'] === 'sure');
    const linked = ['tweet-05', 'tweet-09', 'forum-03'];
    const mailed = ['email-01', 'email-03', 'email-04', 'email-05', 'email-06'];
    expect(sure.sort()).toEqual([...linked, ...mailed, 'call-02', 'call-03', 'call-04'].sort());
  });

  it('is the same customer by tweet and by e-mail', () => {
    const [tweet] = of(customers, 'tweet-09');
    const [email] = of(customers, 'email-05');
    expect(tweet).toMatchObject({ region: 'Midvale' });
    expect(email).toMatchObject({ customerId: tweet?.['customerId'] });
  });

  it('is asked for where two records fit, and settled by a person’s word', () => {
    expect(of(customers, CONFIRM)).toMatchObject([
      { certainty: 'conflict' },
      { certainty: 'sure', region: 'Northreach' },
    ]);
  });

  it('gets stuck on a record that cannot be read, and goes on once it is repaired', () => {
    expect(broken).toMatchObject({ type: 'customer record unreadable', nonRetryable: true });
    expect(of(customers, STUCK)).toMatchObject([{ certainty: 'sure', region: 'South Coast' }]);
  });
});

describe('the shipped flow', () => {
  it.each(Object.entries(TAKEN_FOR))('takes %s for %j', (id, expected) => {
    const { variables, tasks } = decided(id);
    const remedy = variables['remedy'];
    const gives =
      typeof remedy === 'object' && remedy !== null && 'kind' in remedy
        ? [remedy.kind, remedy.amount].filter((part) => part !== 0).join(' ')
        : null;
    expect({
      step: variables['broken step'],
      ownError: variables['own error'],
      priority: variables['priority'],
      skill: variables['skill'],
      gives,
    }).toEqual(expected);
    expect(tasks.at(-1)?.place.node).toBe('answer');
  });

  it('gives each to a team that has the skill, in the customer’s region where there is one', () => {
    for (const [id, { skill }] of Object.entries(TAKEN_FOR)) {
      const team = story.teams.find((one) => one.id === of(owners, id));
      expect(team?.skills, id).toContain(skill);
      const region = of(customers, id).at(-1)?.['region'] ?? null;
      if (skill === 'field service') expect(team?.region, id).toBe(region);
    }
  });

  it.each(PRAISE)('thanks for %s', (id) => expect(decided(id).outcome).toBe('thanked'));
});

describe('a dialogue of the script', () => {
  const told = story.dialogues.filter(({ joins }) => joins === undefined);
  const hoursOf =
    (id: string): Known['hours'] =>
    () => {
      const team = teamsOf(story, OFFSET).find((one) => one.id === of(owners, id));
      if (team?.hours == null) throw new Error(`nobody works in the team of ${id}`);
      return team.hours;
    };
  const knownOf = (id: string): Known => {
    const joined = story.dialogues.filter(({ joins }) => joins?.to === id).map(({ begins }) => begins);
    const texts = [id, ...joined].map((each) => {
      const { subject, text } = mentionOf(each);
      return [subject, text].filter(Boolean).join('\n');
    });
    return {
      startsAt: startOf(id),
      customer: of(customers, id),
      facts: (says: readonly Say[]) =>
        says.length === 0
          ? of(facts, id)
          : {
              ...factsOfTexts(
                {
                  all: [...texts, ...says.map((say) => say.text)],
                  latest: says.slice(-1).map((say) => say.text),
                  isReply: true,
                  brand: 'wrenfield',
                },
                sense,
              ),
            },
      hours: hoursOf(id),
    };
  };

  it.each(told.map((dialogue) => [dialogue.begins, dialogue.ends, dialogue] as const))(
    '%s ends %s within ten days',
    (id, ends, dialogue) => {
      const runs = play(program, dialogue, knownOf(id));
      expect(runs.map(({ result }) => result.status)).toEqual(runs.map(() => 'ended'));
      expect(runs.at(-1)?.result.outcome).toBe(ends);
      expect((runs.at(-1)?.endsAt ?? 0) - MORNING).toBeLessThan(LONGEST_MS);
      const answered = runs.flatMap(({ result }) =>
        result.tasks.filter(({ place }) => place.node === 'answer'),
      );
      expect(answered).toHaveLength(dialogue.turns.length);
    },
  );

  it('is moved up, reopened, signed and followed up somewhere', () => {
    const paths = new Map(
      told.map((dialogue) => [
        dialogue.begins,
        play(program, dialogue, knownOf(dialogue.begins)).map(({ result }) => result.path),
      ]),
    );
    const through = (node: string) =>
      [...paths].filter(([, runs]) => runs.flat().includes(node)).map(([id]) => id);
    expect(through('reopen')).toEqual(['tweet-06', 'forum-03', 'call-03']);
    expect(through('lead-approves')).toEqual(['tweet-09', 'call-02', 'email-06']);
    expect(through('confirm')).toEqual(['call-01']);
    expect(through('silent')).toEqual(['blog-07', 'tweet-19']);
    expect(through('ask-next')).toContain('forum-04');
    expect([...paths].filter(([, runs]) => runs.length > 1).map(([id]) => id)).toEqual(['forum-08']);
  });
});

describe('the hours', () => {
  it('leave nobody of the story day unasked for long', () => {
    for (const { hours, name } of teamsOf(story, OFFSET)) {
      if (hours === null) throw new Error(`${name} has no hours`);
      expect(nextOpen(hours, MORNING), name).toBeLessThan(MORNING + 3 * 3_600_000);
    }
  });
});

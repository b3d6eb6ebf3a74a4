import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authorId } from '../../engine/sample/incoming.ts';
import { CHANNELS } from '../../engine/sample/mention.schema.ts';
import { sinceMorning } from '../../engine/sample/story-time.ts';
import { CRM_FOLDER, readStory } from '../../engine/sample/story.ts';
import { PRAISE, TAKEN_FOR } from './taken-for.ts';

const story = readStory();
const { mentions, people, teams, dialogues, links } = story;
const mention = (id: string) => mentions.find((one) => one.id === id);
const peopleIds = people.map(({ id }) => id);
const turns = dialogues.flatMap((dialogue) =>
  dialogue.turns.map((turn) => ({ ...turn, of: dialogue.begins })),
);
const fileOf = (crm: string, file: string): string => readFileSync(join(CRM_FOLDER, crm, file), 'utf8');
const taken = Object.entries(TAKEN_FOR);

const repeated = (ids: readonly string[]) => ids.filter((id, index) => ids.indexOf(id) !== index);

describe('the sample day', () => {
  it('is sixty mentions on five channels', () => {
    const counts = CHANNELS.map((channel) => mentions.filter((one) => one.channel === channel).length);
    expect(Object.fromEntries(CHANNELS.map((channel, n) => [channel, counts[n]]))).toEqual({
      tweet: 20,
      blog: 20,
      forum: 8,
      email: 8,
      phone: 4,
    });
  });

  it('lies within its hours, and no two things are said at once on one channel', () => {
    const { begins, ends } = story.company.day;
    expect(mentions.filter(({ at }) => at < begins || at > ends)).toEqual([]);
    expect(repeated(mentions.map(({ channel, at }) => `${channel} ${at}`))).toEqual([]);
  });

  it('has every id once', () => {
    for (const ids of [mentions, people, teams].map((list) => list.map(({ id }) => id)))
      expect(repeated(ids)).toEqual([]);
    expect(repeated(dialogues.map(({ begins }) => begins))).toEqual([]);
  });

  it('names nobody and nothing outside of it', () => {
    const everything = JSON.stringify(story);
    const hosts = [...everything.matchAll(/(?:https?:\/\/|[\w.]@)([\w.-]+\.[a-z]+)/g)].map(
      ([, host]) => host,
    );
    expect(hosts.length).toBeGreaterThan(40);
    expect(hosts.filter((host) => !host?.endsWith('.example'))).toEqual([]);
    const files = ['accounts', 'coastline'].map((crm) => fileOf(crm, 'customers.csv')).join('\n');
    const phones = (everything + files).match(/\d{3}\W{1,2}\d{3}\W\d{4}/g) ?? [];
    expect(phones.length).toBeGreaterThan(30);
    expect(phones.filter((phone) => !/555\W01\d\d$/.test(phone))).toEqual([]);
  });
});

describe('its people', () => {
  it('are in teams that are there, with a lead who is in them', () => {
    for (const { id, team, lead } of people) {
      expect(
        teams.map((one) => one.id),
        id,
      ).toContain(team);
      if (lead !== null) expect(people.find((one) => one.id === lead)?.team, id).toBe(team);
    }
    for (const { id, lead } of teams)
      if (lead !== null)
        expect(
          people.find((one) => one.id === lead),
          id,
        ).toMatchObject({ team: id });
    const led = teams.filter(({ lead }) => lead !== null).map(({ lead }) => lead);
    for (const lead of led) expect(people.find(({ id }) => id === lead)?.roles).toContain('lead');
  });

  it('cover every region for technicians', () => {
    const regions = teams
      .filter(({ skills }) => skills.includes('field service'))
      .map(({ region }) => region);
    for (const region of story.company.regions) expect(regions).toContain(region);
    expect(regions).toContain(null);
  });
});

describe('its customers', () => {
  it('stand in two customer systems that are read in different ways', () => {
    expect(readdirSync(CRM_FOLDER).sort()).toEqual(['accounts', 'coastline']);
    expect(fileOf('accounts', 'mapping.json')).not.toBe(fileOf('coastline', 'mapping.json'));
    for (const crm of ['accounts', 'coastline'])
      expect(fileOf(crm, 'customers.csv').trim().split('\n').length).toBeGreaterThan(10);
  });

  it('that were linked before wrote, and are in the system named', () => {
    for (const { channel, author, crm, account, by } of links) {
      expect(mentions.filter((one) => one.channel === channel).map(authorId), author).toContain(author);
      expect(fileOf(crm, 'customers.csv')).toContain(account);
      expect(peopleIds).toContain(by);
    }
  });

  it('hold one broken line, which the script puts right', () => {
    const stuck = dialogues.flatMap((dialogue) => dialogue.stuck ?? []);
    expect(stuck).toHaveLength(1);
    for (const { repair, again } of stuck) {
      expect(fileOf(repair.crm, repair.file).split(repair.from)).toHaveLength(2);
      expect(again.after).toBeGreaterThan(repair.after);
      expect(peopleIds).toEqual(expect.arrayContaining([repair.by, again.by]));
    }
  });
});

describe('its script', () => {
  it('has one dialogue for each mention worth an answer, and no other', () => {
    expect(dialogues.map(({ begins }) => begins).sort()).toEqual(Object.keys(TAKEN_FOR).sort());
    expect([...PRAISE, ...Object.keys(TAKEN_FOR)].filter((id) => mention(id) === undefined)).toEqual([]);
  });

  it('speaks only of mentions that are there', () => {
    const says = turns.flatMap(({ customer, whenAsked }) => [...customer, ...(whenAsked ? [whenAsked] : [])]);
    expect(says.length).toBeGreaterThan(25);
    for (const { to } of says) if (to !== undefined) expect(mention(to)).toBeDefined();
    for (const { joins } of dialogues)
      if (joins !== undefined) expect(dialogues.map(({ begins }) => begins)).toContain(joins.to);
  });

  it('lets every answer be signed, and fit the channel', () => {
    const longestName = Math.max(...people.map(({ name }) => (name.split(' ')[0] ?? '').length));
    for (const { answer, of } of turns) {
      expect(answer.text, of).toContain('{me}');
      const length = answer.text.replace('{me}', 'x'.repeat(longestName)).length;
      if (mention(of)?.channel === 'tweet' && answer.way === undefined)
        expect(length, of).toBeLessThanOrEqual(280);
    }
  });

  it('leaves six tasks of three kinds to the visitor, and could answer them too', () => {
    const left = dialogues.flatMap(({ begins, confirm, stuck, turns: all }) => [
      ...(confirm?.forVisitor ? [`${begins} confirm`] : []),
      ...(stuck?.again.forVisitor ? [`${begins} stuck`] : []),
      ...all.flatMap(({ answer, signOff }) => [
        ...(answer.forVisitor ? [`${begins} answer`] : []),
        ...(signOff?.forVisitor ? [`${begins} sign off`] : []),
      ]),
    ]);
    expect(left.sort()).toEqual([
      'call-02 sign off',
      'email-04 stuck',
      'forum-01 answer',
      'forum-03 answer',
      'tweet-06 answer',
      'tweet-16 answer',
    ]);
  });

  it('has an owner who does nothing until the case was moved up twice', () => {
    expect(
      turns.filter(({ answer }) => answer.by !== undefined).map(({ of, answer }) => [of, answer.by]),
    ).toEqual([['forum-04', { rung: 2 }]]);
  });
});

describe('its story', () => {
  const alike = (ids: readonly string[]) => {
    const [first, ...others] = ids.map((id) => TAKEN_FOR[id]);
    for (const other of others) expect(other).toEqual(first);
    const [given, ...rest] = ids.map((id) => {
      const { remedy, amount, step } = turns.find(({ of }) => of === id)?.answer ?? {};
      return { remedy, amount, step };
    });
    for (const other of rest) expect(other).toEqual(given);
  };

  it('has nine technicians who came late or not at all, a third of what needs an answer', () => {
    const visits = taken.filter(([, { step }]) => step === 'technician pickup');
    expect([visits.length, taken.length]).toEqual([9, 27]);
  });

  it('has one error of ours that three customers tell on three channels, treated alike', () => {
    const twice = taken.filter(([, { step, skill }]) => step === 'system entry' && skill === 'billing');
    const ids = twice.map(([id]) => id);
    expect(new Set(ids.map((id) => mention(id)?.channel))).toEqual(new Set(['tweet', 'email', 'forum']));
    alike(ids);
  });

  it('has two with the same complaint, one of whom is heard by two million, treated alike', () => {
    const twins = ['tweet-15', 'tweet-16'];
    expect(twins.map((id) => mention(id)?.author.followers)).toEqual([12, 2_000_000]);
    alike(twins);
  });

  it('has six who lose the line within ten minutes', () => {
    const dark = taken
      .filter(([, { skill }]) => skill === 'network')
      .map(([id]) => sinceMorning(story, mention(id)?.at ?? ''));
    expect(dark).toHaveLength(6);
    expect(Math.max(...dark) - Math.min(...dark)).toBeLessThan(10 * 60_000);
  });

  it('has a tweet and an e-mail by one person, made one case', () => {
    const { begins, joins } = dialogues.find((dialogue) => dialogue.joins !== undefined) ?? {};
    expect([begins, joins?.to].map((id) => mention(id ?? '')?.channel)).toEqual(['email', 'tweet']);
    expect(mention(begins ?? '')?.author.name).toBe(mention(joins?.to ?? '')?.author.name);
  });

  it('has a mention that is delivered twice, HTML in a text, Spanish, and a legal threat', () => {
    expect(mentions.filter(({ againAfter }) => againAfter !== undefined)).toHaveLength(1);
    expect(mentions.filter(({ text }) => /<p>/.test(text))).toHaveLength(1);
    expect(mentions.filter(({ text }) => /[¿ñáéíóú]/.test(text)).map(({ id }) => id)).toEqual(['tweet-05']);
    expect(taken.filter(([, { skill }]) => skill === 'legal')).toHaveLength(1);
  });

  it('ends happily, unhappily, in silence, and in another case', () => {
    const ends = ['put right', 'silent', 'unresolved', 'continued'] as const;
    expect(ends.map((end) => dialogues.filter((dialogue) => dialogue.ends === end).length)).toEqual([
      23, 2, 1, 1,
    ]);
  });
});

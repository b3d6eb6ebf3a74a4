import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import { FactsSchema, type Facts } from '../../definitions/reading/facts.schema.ts';
import { factsOfTexts } from '../../definitions/reading/facts-of-texts.ts';
import { readText, tokensOf } from '../../definitions/reading/tokens.ts';
import { WordMatcher } from '../../definitions/reading/word-matcher.ts';
import { wordSenseOf } from '../../definitions/reading/word-sense.ts';

const sense = wordSenseOf(mentionCare().wordLists);
const facts = (text: string, before: readonly string[] = []): Facts =>
  factsOfTexts(
    { all: [...before, text], latest: [text], isReply: before.length > 0, brand: 'cableco' },
    sense,
  );

describe('what a text says', () => {
  it.each<[string, Partial<Facts>]>([
    [
      'Took the day off AGAIN for the technician. Window was 8–10. Nobody came. @cableco',
      {
        language: 'en',
        complaint: true,
        missedVisit: true,
        topic: 'missed visit',
        brokenStep: 'technician pickup',
      },
    ],
    [
      'El técnico no llegó otra vez',
      { language: 'es', complaint: true, missedVisit: true, brokenStep: 'technician pickup' },
    ],
    [
      'Sin internet desde ayer y nadie contesta. Vergüenza.',
      { language: 'es', outage: true, topic: 'outage', mood: 'negative' },
    ],
    [
      'You charged me twice in March and nobody answers',
      { wrongCharge: true, topic: 'billing', brokenStep: 'system entry' },
    ],
    ['The agent said it was free, now I get a bill', { brokenStep: 'agent information' }],
    ['The router never arrived', { missedVisit: false, topic: 'order', brokenStep: 'order' }],
    ['He never arrived', { missedVisit: true, topic: 'missed visit' }],
    ['Our phone line is dead since six', { outage: true, topic: 'outage' }],
    ['Twelve of the 300 I pay for, this is not acceptable', { complaint: true }],
    ['Not happy.', { mood: 'negative' }],
    ['NOT GOOD', { mood: 'negative' }],
    ['It isn’t good', { mood: 'negative' }],
    ['Notable and good', { mood: 'positive' }],
    ['My lawyer will hear of this', { legalThreat: true }],
    [
      'Great service today, thank you so much @cableco',
      { praise: true, thanks: true, complaint: false, mood: 'positive' },
    ],
    ['Thanks for nothing', { thanks: false, complaint: true, saysNotPutRight: true }],
    ['Let me speak to a human please', { asksForPerson: true }],
    ['My mother is on oxygen and the line is dead', { vulnerable: true }],
    ['I am switching to another company', { leaving: true }],
    ['Yes, all fixed now!', { saysPutRight: true, saysNotPutRight: false }],
    ['It is not resolved', { saysPutRight: false, saysNotPutRight: true }],
    ['no', { saysNotPutRight: true }],
    ['Sí, gracias', { saysPutRight: true }],
    ['😡😡', { mood: 'negative', linksOnly: true, complaint: true }],
    ['مرحبا بكم', { language: 'other', ownWords: 2 }],
    ['‮\u200B\u200B', { language: 'unknown', ownWords: 0 }],
  ])('%j', (text, expected) => expect(facts(text)).toMatchObject(expected));

  it('keeps what the matter is about, and reads the mood of what was written last', () => {
    const later = facts('Thank you, it works now', ['Nobody came for the installation, this is a disgrace']);
    expect(later).toMatchObject({
      missedVisit: true,
      complaint: false,
      mood: 'positive',
      saysPutRight: true,
      mentions: 2,
    });
  });

  it('is the same in capitals, with accents left out and with other apostrophes', () => {
    expect(facts('EL TECNICO NO LLEGO')).toMatchObject({ missedVisit: true });
    expect(facts('They didn’t show up').missedVisit).toBe(true);
    expect(facts("They didn't show up").missedVisit).toBe(true);
  });
});

describe('noise', () => {
  it('is a page that only links to us', () => {
    expect(facts('https://cableco.example/contact')).toMatchObject({
      linksOnly: true,
      quotesAddress: true,
      ownWords: 0,
    });
  });

  it('is a page that quotes our address and says next to nothing beside', () => {
    expect(facts('Cableco headquarters: opening hours https://cableco.example')).toMatchObject({
      quotesAddress: true,
      ownWords: 1,
    });
  });

  it('counts no house number, no hours and no telephone as words of their own', () => {
    expect(facts('Cableco. Opening hours Mon–Fri 8–18, Sat 9–13. 1-800-555-0142')).toMatchObject({
      quotesAddress: true,
      ownWords: 4,
    });
  });

  it('is not a number alone, which may be an account', () => {
    expect(facts('44170092')).toMatchObject({ linksOnly: false, ownWords: 0 });
  });

  it.each([
    'Automatic reply: I am out of the office until the 20th',
    'Vacancies filled within a week: splicers, van drivers',
    'Respuesta automática: estoy fuera de la oficina',
  ])('is what a machine writes: %s', (text) => expect(facts(text).automated).toBe(true));

  it.each(['Phone numbers of cable companies: 1-800-555-0142', 'Useful links', 'Find us at 40 Ferry Road'])(
    'quotes an address: %s',
    (text) => expect(facts(text).quotesAddress).toBe(true),
  );

  it('is not somebody who links to us and says something', () => {
    const { linksOnly, ownWords } = facts(
      'Your page https://cableco.example says Monday but the shop told me Friday',
    );
    expect({ linksOnly, enough: ownWords > 6 }).toEqual({ linksOnly: false, enough: true });
  });
});

describe('reading', () => {
  it('answers facts of the declared shape for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(FactsSchema.safeParse(facts(text)).success).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('does not look into links and handles', () => {
    expect(readText('@great_service see https://lawyer.example/sue')).toMatchObject({
      tokens: ['see'],
      handles: ['@great_service'],
    });
  });

  it('takes a time that grows with the text, whatever the word lists hold', () => {
    const entries = Array.from({ length: 50 }, (_, n) => ({ phrase: `${'a '.repeat(n + 1)}b`, means: 'x' }));
    const matcher = new WordMatcher([
      { id: 'hostile', name: 'hostile', entries: [...entries, { phrase: 'a*', means: 'y' }] },
    ]);
    const tokens = tokensOf('a '.repeat(10_000));
    const start = performance.now();
    expect(matcher.find(tokens).length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

describe('a word list', () => {
  const matcher = new WordMatcher([
    {
      id: 'list',
      name: 'list',
      entries: [
        { phrase: 'resolved', means: 'good' },
        { phrase: 'not resolved', means: 'bad' },
        { phrase: 'complain*', means: 'complaint' },
        { phrase: 'no-show', means: 'missed' },
      ],
    },
  ]);
  const means = (text: string): readonly string[] => matcher.find(tokensOf(text)).map((hit) => hit.means);

  it('finds whole words only', () => expect(means('unresolved')).toEqual([]));
  it('finds any ending where a star stands', () => expect(means('I am complaining')).toEqual(['complaint']));
  it('prefers the longer phrase', () => expect(means('still not resolved')).toEqual(['bad']));
  it('does not care for dashes', () => expect(means('a no show, again')).toEqual(['missed']));
  it('does not reach over the end of a sentence', () => expect(means('Is it? No. Show me')).toEqual([]));

  it('finds each phrase of the library in a text that holds it', () => {
    const lists = Object.values(mentionCare().wordLists).filter((list) => !list.id.startsWith('wording-'));
    for (const list of lists) {
      const alone = new WordMatcher([list]);
      const missed = list.entries.filter(({ phrase, means: meaning }) => {
        const found = alone.find(tokensOf(`so ${phrase.replaceAll('*', 'xyz')} so`));
        return !found.some((hit) => hit.means === meaning);
      });
      expect(missed).toEqual([]);
    }
  });
});

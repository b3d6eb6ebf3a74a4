import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import type { TypeEnvironment } from '../../definitions/feel/compile.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import { completionsAt } from '../../editor/expressions/completions.ts';
import { highlighterFor } from '../../editor/expressions/highlights.ts';
import { readingOf, stillFound } from '../../editor/expressions/reading.ts';
import type { FeelSetting } from '../../editor/expressions/setting.ts';

const TOPIC: ValueType = { type: 'string', allowed: ['outage', 'missed window', 'billing'] };
const TYPES: TypeEnvironment = {
  topic: TOPIC,
  'due date': { type: 'date and time' },
  'follow-up': { type: 'number' },
  facts: { type: 'context', fields: { topic: TOPIC, 'heard at': { type: 'date and time' } } },
  visits: {
    type: 'list',
    of: { type: 'context', fields: { day: { type: 'date' }, kept: { type: 'boolean' } } },
  },
  message: { type: 'text' },
};
const NOW = Date.parse('2026-03-02T09:12:00Z');
const EXPRESSION: FeelSetting = { as: { kind: 'expression' }, types: TYPES };
const CELL: FeelSetting = { as: { kind: 'tests', input: TOPIC }, types: TYPES };

/** What is offered where a `|` stands, each as it would be written. */
function offered(marked: string, setting = EXPRESSION, isAskedFor = false): readonly string[] {
  const position = marked.indexOf('|');
  const source = marked.replace('|', '');
  return (completionsAt(source, position, setting, isAskedFor)?.options ?? []).map(({ write }) => write);
}
/** What is written there already, and would be replaced. */
function replaced(marked: string, setting = EXPRESSION): string | undefined {
  const position = marked.indexOf('|');
  const found = completionsAt(marked.replace('|', ''), position, setting);
  return found === null ? undefined : marked.slice(found.from, position);
}

describe('what can stand at a place', () => {
  it('is the values in sight, with what they are, and the functions with how they are called', () => {
    const all = completionsAt('du', 2, EXPRESSION);
    expect(all?.from).toBe(0);
    const by = (label: string) => all?.options.find((option) => option.label === label);
    expect(by('due date')).toMatchObject({ kind: 'name', detail: 'a date with its time' });
    expect(by('topic')?.detail).toBe('one of “outage”, “missed window”, “billing”');
    expect(by('list contains')).toMatchObject({
      write: 'list contains()',
      detail: '(list, element)',
      cursor: 14,
    });
    expect(by('now')).toMatchObject({ write: 'now()', cursor: 5 });
    expect(offered('co|(visits)')).toContain('count');
  });

  it('is a name with blanks as a whole, from its first letter on', () => {
    expect(replaced('follow-up > 1 and due da|')).toBe('due da');
    expect(replaced('facts.heard a|')).toBe('heard a');
    expect(offered('facts.heard a|')).toEqual(['topic', 'heard at']);
  });

  it('is the fields of what stands before a dot, also of items and of moments', () => {
    expect(offered('facts.|')).toEqual(['topic', 'heard at']);
    expect(offered('if facts.| = "outage" then 1 else 2')).toEqual(['topic', 'heard at']);
    expect(offered('count(visits.|')).toEqual(['day', 'kept']);
    expect(offered('due date.|')).toContain('weekday');
    expect(offered('follow-up.|')).toEqual([]);
  });

  it('is what the expression itself names as well', () => {
    expect(offered('for visit in visits return visit.|')).toEqual(['day', 'kept']);
    expect(offered('some visit in visits satisfies vi|')).toContain('visit');
    expect(offered('visits[ke|')).toEqual(expect.arrayContaining(['kept', 'item', 'topic']));
    expect(offered('vi|')).not.toContain('visit');
    expect(offered('vi|')).not.toContain('kept');
  });

  it('is the values that what it is compared with may have, in and out of quotes', () => {
    const values = ['"outage"', '"missed window"', '"billing"'];
    expect(offered('facts.topic = |')).toEqual(values);
    expect(offered('facts.topic = "mis|')).toEqual(values);
    expect(replaced('facts.topic = "mis|')).toBe('"mis');
    expect(offered('topic in ("outage", |')).toEqual(values);
    expect(offered('list contains(["outage"], topic) and topic != "|')).toEqual(values);
    expect(offered('if follow-up > 1 then "|', { ...EXPRESSION, wanted: TOPIC })).toEqual(values);
    expect(offered('facts.topic = ou|').slice(0, 3)).toEqual(values);
    expect(offered('substring("|')).toEqual([]);
  });

  it('is, in a cell, the values of its input', () => {
    const values = ['"outage"', '"missed window"', '"billing"'];
    expect(offered('|', CELL)).toEqual(values);
    expect(offered('"outage", |', CELL)).toEqual(values);
    expect(offered('not("|', CELL)).toEqual(values);
    expect(offered('|', CELL, true)).toEqual(expect.arrayContaining([...values, 'due date']));
  });

  it('is found where what stands before cannot be read as a whole', () => {
    expect(offered('1 1 + facts.|')).toEqual(['topic', 'heard at']);
    expect(offered('{ a: 1, b: [facts.|')).toEqual(['topic', 'heard at']);
    expect(offered('if topic = "outage" then facts.|')).toEqual(['topic', 'heard at']);
  });

  it('is nothing in texts, remarks and numbers, nor where nothing was begun', () => {
    for (const marked of ['"ab|', 'topic // to|', 'topic /* to|', '12|', '@"P1|', 'follow-up + |', '|'])
      expect(offered(marked), marked).toEqual([]);
    expect(offered('follow-up + |', EXPRESSION, true)).toContain('follow-up');
  });
});

describe('what is told of an expression', () => {
  const messages = (source: string, setting = EXPRESSION) =>
    readingOf(source, setting, null, NOW).findings.map(({ message }) => message);

  it('is what is wrong, where, and what was probably meant', () => {
    expect(readingOf('due dat > now()', EXPRESSION, null, NOW).findings).toEqual([
      {
        from: 0,
        to: 7,
        severity: 'error',
        message: 'Nothing here is called “due dat”.',
        instead: 'due date',
      },
    ]);
    expect(readingOf('facts.topic = "outge"', EXPRESSION, null, NOW).findings).toEqual([
      expect.objectContaining({ from: 14, to: 21, severity: 'warning', instead: '"outage"' }),
    ]);
    expect(messages('cout(visits)')).toEqual(['There is nothing to call by the name of “cout”.']);
    expect(messages('"billin"', CELL)).toEqual(['“billin” is not among the allowed values.']);
  });

  it('speaks of types as people do', () => {
    expect(messages('topic + 1')).toEqual(['A text cannot be added to a number.']);
    expect(messages('follow-up', { ...EXPRESSION, wanted: { type: 'boolean' } })).toEqual([
      'This is a number, and true or false is wanted here.',
    ]);
    expect(messages('> 3', CELL)).toHaveLength(1);
  });

  it('is which value is none of those that are wanted', () => {
    const told = (source: string) => readingOf(source, { ...EXPRESSION, wanted: TOPIC }, null, NOW).findings;
    expect(told('"outge"')).toMatchObject([
      { severity: 'warning', message: '“outge” is not among the allowed values.', instead: '"outage"' },
    ]);
    expect(told('if follow-up > 1 then "billing" else "nothing"')).toMatchObject([
      { severity: 'warning', message: '“nothing” is not among the allowed values.' },
    ]);
    expect([told('topic'), told('"billing"'), told('string(follow-up)')]).toEqual([[], [], []]);
  });

  it('is nothing where nothing stands yet, or a cell takes anything', () => {
    expect([messages(' '), messages('', CELL), messages('-', CELL)]).toEqual([[], [], []]);
  });

  it('is what it comes to on the example', () => {
    const values = { topic: 'outage', 'follow-up': 2, facts: { topic: 'billing' }, visits: [] };
    const on = (source: string, setting = EXPRESSION, input?: string) =>
      readingOf(source, setting, { values, input }, NOW).onExample;
    expect(on('facts.topic = "billing"')).toBe('true');
    expect(on('follow-up * 3')).toBe('6');
    expect(on('due date')).toBe('nothing');
    expect(on('follow-up +')).toBeNull();
    expect(on('"outage", "billing"', CELL, 'outage')).toBe('fits');
    expect(on('"billing"', CELL, 'outage')).toBe('does not fit');
    expect(on('"billing"', CELL)).toBeNull();
    expect(readingOf('1', EXPRESSION, null, NOW).onExample).toBeNull();
  });

  it('keeps what is new back while somebody types, and nothing that holds no more', () => {
    const wrong = readingOf('dat', EXPRESSION, null, NOW);
    const right = readingOf('due date', EXPRESSION, null, NOW);
    expect(wrong.findings).toHaveLength(1);
    expect(stillFound(wrong, right).findings).toEqual([]);
    expect(stillFound(wrong, wrong).findings).toEqual(wrong.findings);
    expect(stillFound(right, wrong).findings).toEqual([]);
  });
});

describe('the colours of a source', () => {
  const shown = (source: string, setting = EXPRESSION) =>
    highlighterFor(setting)(source).map(({ from, to, mark }) => `${mark}: ${source.slice(from, to)}`);

  it('tell names, texts, moments and keywords apart; a name with blanks is one', () => {
    expect(shown('facts.topic = "outage" and due date > now() - @"PT1H"')).toEqual([
      'name: facts.topic',
      'text: "outage"',
      'keyword: and',
      'name: due date',
      'moment: @"PT1H"',
    ]);
    expect(shown('follow-up - 1')).toEqual(['name: follow-up']);
    expect(shown('if true then null else 1 // why')).toEqual([
      'keyword: if',
      'keyword: true',
      'keyword: then',
      'keyword: null',
      'keyword: else',
      'remark: // why',
    ]);
  });

  it('stand in cells, and in what is not whole', () => {
    expect(shown('not("outage", due date)', CELL)).toContain('name: due date');
    expect(shown('facts.topic = "out" and (')).toContain('text: "out"');
  });
});

describe('what is far too long', () => {
  it('is told at once, and nothing is offered or coloured', () => {
    const long = 'follow-up + '.repeat(9_000);
    const began = performance.now();
    expect(readingOf(long, EXPRESSION, null, NOW).findings).toHaveLength(1);
    expect(highlighterFor(EXPRESSION)(long)).toEqual([]);
    expect(completionsAt(long, long.length, EXPRESSION, true)).toBeNull();
    expect(performance.now() - began).toBeLessThan(500);
  });
});

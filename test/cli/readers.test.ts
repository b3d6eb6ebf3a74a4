import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMAT } from '../../engine/cli/import/formats.ts';
import type { Format } from '../../engine/cli/import/format-names.ts';
import { joinThreads } from '../../engine/cli/import/threads.ts';
import type { ReadFile, ReaderOptions } from '../../engine/cli/import/read-file.ts';

const testData =
  process.env['EARSHOT_TEST_DATA'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
const plain: ReaderOptions = { channel: 'c', brand: null, own: [], encoding: null, map: null };
const read = async (
  format: Format,
  file: string | Buffer,
  options: Partial<ReaderOptions> = {},
): Promise<ReadFile> => FORMAT[format].read(Buffer.from(file), { ...plain, ...options });
const texts = (file: ReadFile): string[] => file.mentions.map(({ mention }) => mention.text);

const header = 'externalId,authorId,occurredAt,text\n';
const good = (text: string, id = '1'): string => `${id},ann,2020-01-01T00:00:00Z,"${text}"\n`;

describe('a CSV file', () => {
  it('is read by the names of its columns', async () => {
    const { mentions } = await read(
      'csv',
      'inReplyTo,externalId,authorHandle,occurredAt,direction,text\n7,8,ann,2020-01-01T00:00:00Z,outbound,hi\n',
    );
    expect(mentions[0]?.mention).toEqual({
      channel: 'c',
      externalId: '8',
      direction: 'outbound',
      author: { externalId: 'ann', handle: 'ann' },
      text: 'hi',
      occurredAt: '2020-01-01T00:00:00.000Z',
      inReplyTo: '7',
    });
  });

  it('is read by a map of fields to columns and constants', async () => {
    const map = {
      externalId: 'nr',
      authorId: 'who',
      occurredAt: 'when',
      text: 'what',
      brand: { value: 'acme' },
    };
    const { mentions } = await read('csv', 'nr,who,when,what\n8,ann,2020-01-01T00:00:00Z,hi\n', { map });
    expect(mentions[0]?.mention).toMatchObject({ externalId: '8', text: 'hi', brand: 'acme' });
  });

  it('gives each bad row a verdict with line, field and reason, and takes the others', async () => {
    const file = await read(
      'csv',
      `${header}${good('one')}2,ann,yesterday,two\n3,ann\n,ann,2020-01-01T00:00:00Z,four\n5,,2020-01-01T00:00:00Z,five\n${good('six', '6')}${good('x'.repeat(10_000_000), '7')}${good('y', 'z'.repeat(4_096))}`,
    );
    expect(file.read).toBe(8);
    expect(texts(file)).toEqual(['one', 'six']);
    expect(file.rejected.map(({ line, field }) => [line, field])).toEqual([
      [3, 'occurredAt'],
      [4, 'row'],
      [5, 'externalId'],
      [6, 'authorId'],
      [8, 'text'],
      [9, 'externalId'],
    ]);
    for (const { reason } of file.rejected) expect(reason).not.toBe('');
  });

  it.each(['😀😀', '\u202eabc\u202c', 'a\u200bb\u200d', '<script>alert(1)</script>', 'مرحبا'])(
    'keeps %s as it is',
    async (text) => {
      expect(texts(await read('csv', header + good(text)))).toEqual([text]);
    },
  );

  it('refuses the row that is in another encoding than the file', async () => {
    const file = Buffer.concat([
      Buffer.from(header + good('café')),
      Buffer.from(good('caf\u00e9', '2'), 'latin1'),
      Buffer.from(good('last', '3')),
    ]);
    const { mentions, rejected } = await read('csv', file);
    expect(mentions.map(({ mention }) => mention.externalId)).toEqual(['1', '3']);
    expect(rejected).toEqual([{ line: 3, field: 'text', reason: 'is not utf-8' }]);
  });

  it('is refused as a whole when it has not the columns without which no row goes in', async () => {
    await expect(async () => read('csv', 'id,who,when\n1,ann,2020-01-01T00:00:00Z\n')).rejects.toThrow(
      'This file has no column externalId, occurredAt, text, authorId: its first row names id, who, when: say with --map which column holds which field.',
    );
    const map = { externalId: 'id', authorId: 'author', occurredAt: 'when', text: 'what' };
    await expect(async () => read('csv', 'id,who,when,what\n', { map })).rejects.toThrow(
      'This file has no column author: its first row names id, who, when, what: correct the map.',
    );
  });

  it('is read in an encoding that it is told, and a row that is none in it is refused alone', async () => {
    const sjis = (...bytes: number[]): Buffer => Buffer.from(bytes);
    const file = Buffer.concat([
      Buffer.from(`${header}1,aki,2020-01-01T00:00:00Z,`),
      sjis(0x8b, 0x5a, 0x8f, 0x70, 0x0a),
      Buffer.from('2,aki,2020-01-01T00:00:00Z,'),
      sjis(0x61, 0x80, 0xff, 0x0a),
      Buffer.from('3,aki,2020-01-01T00:00:00Z,plain\n'),
    ]);
    const { mentions, rejected } = await read('csv', file, { encoding: 'shift_jis' });
    expect(mentions.map(({ mention }) => mention.text)).toEqual(['技術', 'plain']);
    expect(rejected).toEqual([{ line: 3, field: 'text', reason: 'is not shift_jis' }]);
    await expect(async () => read('csv', file, { encoding: 'klingon' })).rejects.toThrow(
      /^'klingon' is no encoding: use a name such as utf-8/,
    );
  });

  it('is not harmed by what stands in columns that nobody asks for', async () => {
    const file = Buffer.concat([
      Buffer.from('externalId,authorId,occurredAt,text,note\n1,ann,2020-01-01T00:00:00Z,café,'),
      Buffer.from([0xe9, 0x0a]),
    ]);
    expect(texts(await read('csv', file))).toEqual(['café']);
  });

  it('may hold 100,000 rows', async () => {
    const file = header + Array.from({ length: 100_000 }, (_, n) => good(`text ${n}`, String(n))).join('');
    expect((await read('csv', file)).mentions).toHaveLength(100_000);
  });

  it('may be empty', async () => {
    expect(await read('csv', '')).toEqual({ read: 0, mentions: [], rejected: [] });
    expect(await read('csv', header)).toEqual({ read: 0, mentions: [], rejected: [] });
  });
});

describe('a file of JSON lines', () => {
  it('takes mentions as the API does', async () => {
    const line = {
      externalId: '1',
      author: { externalId: 'a', email: 'a@example.org' },
      text: 'hi',
      occurredAt: '2020-01-01T00:00:00Z',
      threadId: 't',
    };
    const { mentions } = await read('jsonl', `${JSON.stringify(line)}\n`);
    expect(mentions[0]?.mention).toMatchObject({
      author: { externalId: 'a', email: 'a@example.org' },
      threadId: 't',
      direction: 'inbound',
    });
  });

  it('finds fields by paths', async () => {
    const map = { externalId: 'data.id', authorId: 'user', occurredAt: 'data.at', text: 'data.body' };
    const { mentions } = await read(
      'jsonl',
      '{"data":{"id":12,"at":"2020-01-01T00:00:00Z","body":"hi"},"user":"ann"}',
      { map },
    );
    expect(mentions[0]?.mention).toMatchObject({ externalId: '12', text: 'hi' });
  });

  it('gives each bad line a verdict', async () => {
    const { read: count, rejected } = await read('jsonl', '{"a":\n[1]\n\n{"externalId":{}}\n"text"\n');
    expect(count).toBe(4);
    expect(rejected.map(({ line, field }) => [line, field])).toEqual([
      [1, 'row'],
      [2, 'row'],
      [4, 'externalId'],
      [5, 'row'],
    ]);
  });
});

const mail = (headers: string, body = 'Where is my order?'): string =>
  `${headers}\nFrom: Ann <Ann@Example.org>\nDate: Tue, 31 Oct 2017 22:10:47 +0000\n\n${body}\n`;

describe('an e-mail', () => {
  it('becomes a mention with its text, quotes and signature kept', async () => {
    const { mentions } = await read(
      'eml',
      mail('Message-ID: <1@a>\nSubject: =?utf-8?q?caf=C3=A9?=', 'No.\n\n> quoted\n-- \nAnn'),
    );
    expect(mentions[0]?.mention).toMatchObject({
      externalId: '<1@a>',
      subject: 'café',
      author: { email: 'ann@example.org', name: 'Ann' },
    });
    expect(mentions[0]?.mention.text).toContain('> quoted\n-- \nAnn');
  });

  it('takes the text of its HTML where it has no other', async () => {
    const { mentions } = await read(
      'eml',
      mail('Message-ID: <1@a>\nContent-Type: text/html', '<p>Hello <b>you</b></p><script>x()</script>'),
    );
    expect(mentions[0]?.mention.text.trim()).toBe('Hello you');
  });

  it('is an answer when it comes from an address of the company', async () => {
    const { mentions } = await read('eml', mail('Message-ID: <1@a>'), { own: ['ann@example.org'] });
    expect(mentions[0]?.mention.direction).toBe('outbound');
  });

  it('is refused without a date or a sender', async () => {
    expect((await read('eml', 'From: a@b.org\n\nhi\n')).rejected).toMatchObject([
      { line: 1, field: 'occurredAt' },
    ]);
    expect((await read('eml', 'Date: Tue, 31 Oct 2017 22:10:47 +0000\n\nhi\n')).rejected).toMatchObject([
      { line: 1, field: 'from' },
    ]);
  });

  it('joins the thread of what it refers to', async () => {
    const mbox = ['<1@a>', '<2@a>\nIn-Reply-To: <1@a>', '<3@a>\nReferences: <1@a> <2@a>', '<4@a>']
      .map((id) => `From x Tue Oct 31 2017\n${mail(`Message-ID: ${id}`)}\n`)
      .join('');
    const file = await read('mbox', mbox);
    expect(joinThreads(file.mentions).map(({ id, mentions }) => [id, mentions.length])).toEqual([
      ['<1@a>', 3],
      ['<4@a>', 1],
    ]);
  });

  it('in a mbox has the line of its "From ", and its quoted "From " back', async () => {
    const file = await read(
      'mbox',
      `From a\n${mail('Message-ID: <1@a>', 'first\n\n>From here on')}\nFrom b\nSubject: broken\n\n`,
    );
    expect(file.mentions[0]?.mention.text).toContain('\nFrom here on');
    expect(file.rejected).toMatchObject([{ line: 10, field: 'from' }]);
  });

  const folder = join(testData, 'email', 'talon', 'standard_replies');
  it.skipIf(!existsSync(folder))('from the wild is read, of whatever program', async () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
    for (const name of files) {
      const file = await read('eml', readFileSync(join(folder, name)));
      expect({
        name,
        texts: texts(file).map((text) => text.length > 10),
        fields: file.rejected.map(({ field }) => field),
      }).toSatisfy(
        (result: { texts: boolean[]; fields: string[] }) =>
          result.texts[0] === true || ['occurredAt', 'from'].includes(result.fields[0] ?? ''),
      );
    }
  });
});

describe('tweets of customers and brands', () => {
  const file = join(testData, 'mentions', 'twcs-5000.csv');
  it.skipIf(!existsSync(file))(
    'are all read and make 1,312 threads, one of them of a brand alone',
    async () => {
      const { read: count, mentions, rejected } = await read('twcs', readFileSync(file));
      const threads = joinThreads(mentions);
      expect({ count, rejected }).toEqual({ count: 5_000, rejected: [] });
      expect(mentions.filter(({ mention }) => mention.direction === 'inbound')).toHaveLength(2_778);
      expect(threads).toHaveLength(1_312);
      expect(
        threads.filter((thread) => thread.mentions.every(({ mention }) => mention.direction === 'outbound')),
      ).toHaveLength(1);
    },
  );

  it('need their columns', async () => {
    await expect(async () => read('twcs', 'a,b\n1,2\n')).rejects.toThrow(/no column tweet_id, author_id/);
  });
});

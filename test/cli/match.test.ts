import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CallerProblem } from '../../engine/cli/caller-problem.ts';
import { runMatch, type MatchCommandOptions } from '../../engine/cli/match/run-match.ts';
import { earshotIn } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'earshot-match-'));
const Report = z.looseObject({
  fields: z.array(z.looseObject({ kind: z.string() })),
  unused: z.looseObject({ left: z.array(z.string()), right: z.array(z.string()) }),
  leftOut: z.looseObject({ left: z.array(z.looseObject({ line: z.number(), reason: z.string() })) }),
  link: z.number(),
  review: z.number(),
  quality: z
    .looseObject({
      at: z.array(z.looseObject({ threshold: z.number(), precision: z.number(), recall: z.number() })),
    })
    .optional(),
  explained: z
    .array(z.looseObject({ left_id: z.string(), steps: z.array(z.looseObject({ words: z.string() })) }))
    .optional(),
});

const earshot = earshotIn(folder);
const match = (...words: readonly string[]) => earshot('match', ...words);
const reported = async (...words: readonly string[]) =>
  Report.parse(JSON.parse((await match(...words, '--json')).stdout));
function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return name;
}
const FAMILIES = [
  'smith',
  'jones',
  'brown',
  'taylor',
  'wilson',
  'davies',
  'evans',
  'thomas',
  'johnson',
  'roberts',
];
const GIVEN = ['jane', 'robert', 'elizabeth', 'michael', 'olivia', 'daniel'];
const people = FAMILIES.flatMap((family, i) =>
  GIVEN.map((given, j) => ({
    id: `p${i}${j}`,
    given,
    family,
    born: `19${40 + i * 5}-0${1 + j}-${10 + i + j}`,
  })),
);
const left = file(
  'left.csv',
  [
    'Customer ID,First name,Last name,DOB,Shoe size',
    ...people.map((one) => `${one.id},${one.given},${one.family},${one.born},9`),
  ].join('\n'),
);
const right = file(
  'right.csv',
  [
    'key;'.replace(';', ',') + 'full name,birthday',
    ...people.map(
      (one) =>
        `r-${one.id},"${one.family.toUpperCase()}, ${one.given}",${one.born.split('-').reverse().join('/')}`,
    ),
  ].join('\n'),
);
const truth = file('truth.csv', ['left_id,right_id', ...people.map(({ id }) => `${id},r-${id}`)].join('\n'));

describe('earshot match', () => {
  it('links two files whose columns are called otherwise, and writes the pairs', async () => {
    const report = await reported('--left', left, '--right', right, '--truth', truth, '--out', 'pairs.csv');
    expect(report.fields.map(({ kind }) => kind)).toEqual(['name', 'date of birth']);
    expect(report.unused).toEqual({ left: ['Shoe size'], right: [] });
    expect(report.link + report.review).toBe(people.length);
    expect(report.quality?.at.map(({ threshold }) => threshold)).toEqual([0.99, 0.01]);
    expect(report.quality?.at.at(-1)).toMatchObject({ precision: 1, recall: 1 });
    const [head, first = ''] = readFileSync(join(folder, 'pairs.csv'), 'utf8').split('\n');
    expect(head).toBe('left_id,right_id,probability,decision');
    expect(first).toMatch(/^p\d\d,r-p\d\d,[01]\.\d{6},(link|review)$/);
    const again = await match('--left', left, '--right', right, '--out', 'pairs.csv');
    expect(again).toMatchObject({
      status: 1,
      stderr: 'pairs.csv is there already: name another file, or add --force.\n',
    });
  });

  it('finds people twice in one file, judged by ids and persons, and says why', async () => {
    const twice = [
      ...people.map((one) => ({ ...one, person: one.id })),
      ...people.map((one) => ({ ...one, id: `${one.id}x`, given: `${one.given}e`, person: one.id })),
    ];
    const one = file(
      'one.csv',
      [
        'id,given name,surname,date of birth,cluster',
        ...twice.map((row) => `${row.id},${row.given},${row.family},${row.born},${row.person}`),
      ].join('\n'),
    );
    const report = await reported('--dedupe', one, '--truth', one, '--explain');
    expect(report.quality?.at.at(-1)).toMatchObject({ precision: 1, recall: 1 });
    expect(report.explained?.[0]?.steps.map(({ words }) => words.split(':')[0])).toEqual([
      'Given name',
      'Family name',
      'Date of birth',
    ]);
    const said = (await match('--dedupe', one, '--explain')).stdout;
    expect(said).toContain('Not looked at: cluster (say with --fields what is to be).');
    expect(said).toMatch(/\+\d+\.\d bits {2}Family name: both say “\w+”, as 12 of 120 do\./);
  });

  it('takes columns from a map, for each file its own', async () => {
    const odd = file(
      'odd.csv',
      ['a,b,c', ...people.map(({ id, family, born }) => `${id},${family},${born}`)].join('\n'),
    );
    const fields = file(
      'map.json',
      JSON.stringify({
        id: { left: 'a', right: 'Customer ID' },
        'family name': { left: 'b', right: 'Last name' },
        'date of birth': { left: 'c', right: 'DOB' },
      }),
    );
    const own = file('own.csv', ['left_id,right_id', ...people.map(({ id }) => `${id},${id}`)].join('\n'));
    expect(
      (await reported('--left', odd, '--right', left, '--fields', fields, '--truth', own)).quality?.at.at(-1)
        ?.recall,
    ).toBe(1);
    const wrong = file('wrong.json', JSON.stringify({ 'family name': 'Nobody' }));
    expect(await match('--dedupe', left, '--fields', wrong)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('The left file has no column “Nobody”: name one of') as unknown,
    });
    const none = file('none.json', '{"family": 7}');
    expect((await match('--dedupe', left, '--fields', none)).stderr).toContain('is no map of fields');
  });

  it('goes on without broken rows, which it names, and reads old encodings', async () => {
    const broken = file(
      'broken.csv',
      Buffer.from(
        [
          'id,first name,surname,dob',
          ...people.map((one) => `${one.id},${one.given},M\xfcller${one.family},${one.born}`),
          'p99,one cell too many,x,1971-01-01,more',
          'p98,"never closed,x,1971-01-01',
        ].join('\n'),
        'latin1',
      ),
    );
    const report = await reported('--dedupe', broken);
    expect(report.leftOut.left).toEqual([
      { line: people.length + 2, reason: 'has 5 cells where the first row names 4 columns' },
      { line: people.length + 3, reason: 'opens a quote that is never closed' },
    ]);
    expect((await match('--dedupe', broken)).stdout).toContain(
      `Left out: line ${people.length + 2} has 5 cells`,
    );
  });

  const REFUSED: readonly (readonly [Partial<MatchCommandOptions>, string])[] = [
    [{}, 'Nobody can tell what is to be matched: give --left and --right, or --dedupe alone.'],
    [{ dedupe: left, left }, 'Nobody can tell what is to be matched'],
    [{ dedupe: 'gone.csv' }, 'gone.csv cannot be read'],
    [{ dedupe: left, link: '2' }, '--link 2 is no chance: give a number from 0 to 1.'],
    [{ dedupe: left, review: 'x' }, '--review x is no chance'],
    [{ dedupe: left, link: '0.1', review: '0.5' }, 'What is linked would not even be reviewed'],
    [{ dedupe: file('empty.csv', '') }, 'empty.csv holds no record that can be read'],
    [{ dedupe: file('head.csv', 'id,surname\n') }, 'head.csv holds no record that can be read'],
    [{ dedupe: file('odd-columns.csv', 'a,b\n1,2\n') }, 'Nobody can tell what is to be compared of a, b'],
    [
      { dedupe: file('semicolons.csv', 'id;surname\n1;smith\n') },
      'they seem to be separated by semicolons or tabs',
    ],
    [
      { dedupe: left, truth: file('foreign.csv', 'left_id,right_id\nx,y\n') },
      'is about none of these records',
    ],
    [{ dedupe: left, out: 'nowhere/pairs.csv' }, 'There is no folder nowhere'],
    [{ dedupe: left, out: tmpdir() }, 'is a folder: name a file that can be written.'],
    [{ dedupe: file('binary.csv', Buffer.alloc(2_000)) }, 'This is no text'],
  ];
  it.each(REFUSED)('says of %j what is wrong, and what to do', async (options, sentence) => {
    const inFolder = Object.fromEntries(
      Object.entries(options).map(([name, said]) => [
        name,
        typeof said === 'string' && said.endsWith('.csv') && name !== 'out' ? join(folder, said) : said,
      ]),
    );
    const asked = runMatch({ link: '0.99', review: '0.01', ...inFolder });
    await expect(asked).rejects.toThrow(CallerProblem);
    await expect(asked).rejects.toThrow(sentence);
  });

  it('ends with 1 and the sentence alone where it is refused', async () => {
    expect(await match('--dedupe', 'gone.csv')).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(
        /^gone\.csv cannot be read \(.+\): check its name and your rights to it\.\n$/,
      ) as unknown,
    });
  });
});

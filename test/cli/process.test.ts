import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../definitions/decision/sheet/csv-text.ts';
import { gridOf } from '../../definitions/decision/sheet/write-sheet.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { newFlow } from '../../definitions/flow/new-flow.ts';
import { OWNER, POINTS } from '../decision/tables.ts';
import { EARSHOT, earshotIn, earshotProcessIn } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'earshot-process-'));
const home = join(folder, 'home');
const nobody = { EARSHOT_URL: undefined, EARSHOT_TOKEN: undefined, EARSHOT_HOME: home };
const earshot = earshotProcessIn(folder, nobody);

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}
const csv = (name: string, table: DecisionTable): string => file(name, csvText(gridOf(table)));
const json = (name: string, content: unknown): string => file(name, JSON.stringify(content));

const owner = csv('owner.csv', OWNER);
const north = json('north.json', { region: 'north', severity: 2 });
const flow = json('nap.json', newFlow('nap', 'Nap').flow);
const story = json('story.json', { name: 'A nap', start: '2026-03-02T09:00:00Z', variables: {} });
const people = file(
  'people.csv',
  ['id,first name,surname', ...Array.from({ length: 9 }, (_, i) => `${i},Ann,Smith${i % 3}`)].join('\n'),
);

/** Everywhere else the command is asked within the test: here, that it is one. Publish and link ask one that runs. */
describe('the earshot command as a process of its own', () => {
  it.each<[words: readonly string[], status: number, said: RegExp]>([
    [['--help'], 0, /^Usage: earshot \[options\] \[command\]\n/],
    [['status'], 1, /^No Earshot runs on .+home: start it with `npm start`\.\n$/],
    [['import', 'mentions.csv'], 1, /^error: required option '--format <format>' not specified\n$/],
    [['check', owner, flow], 0, /^owner\.csv: nothing is wrong\.\n/],
    [
      ['decide', owner, '--input', north],
      0,
      /^Owner: \{"team":"field","due in":"PT8H"\}\nby row 1 \(A9\)\n$/,
    ],
    [['match', '--dedupe', people], 0, /^9 records, 36 pairs compared in /],
    [['simulate', flow, '--scenario', story], 0, /^A nap: ended with “done” after /],
    [['new', 'activity', 'Count'], 1, /is no name for an activity/],
  ])('says the same to %j', async (words, status, said) => {
    const answer = earshot(...words);
    expect(answer.status).toBe(status);
    expect(answer.stdout + answer.stderr).toMatch(said);
    const timeless = (one: object): string => JSON.stringify(one).replace(/\d+(\.\d+)? s\b/g, 's');
    expect(timeless(answer)).toBe(timeless(await earshotIn(folder, nobody)(...words)));
  });

  it('reads and writes every kind of file of tables', async () => {
    await earshotIn(folder)('convert', owner, 'owner.xlsx');
    expect(earshot('convert', 'owner.xlsx', 'owner.dmn')).toEqual({
      stdout: 'Owner: 3 rows written into owner.dmn.\n',
      stderr: '',
      status: 0,
    });
  });

  it('ends well where, of more than a pipe holds, only the beginning of what it says is read', () => {
    const rows = Array.from({ length: 800 }, (_, i) => ({ id: `r${i}`, when: [`> ${i}`], then: ['1'] }));
    const given = json('ten.json', { severity: 10 });
    const words = ['cover', csv('many.csv', { ...POINTS, rows }), '--inputs', given, '--json'];
    const piped = ['-c', 'set -o pipefail; "$0" "$@" | head -c 1', process.execPath, EARSHOT, ...words];
    const { stdout, stderr, status } = spawnSync('bash', piped, { cwd: folder, encoding: 'utf8' });
    expect({ stdout, stderr, status }).toEqual({ stdout: '{', stderr: '', status: 0 });
  });
});

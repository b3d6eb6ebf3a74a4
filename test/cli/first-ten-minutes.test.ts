import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../engine/local/project-root.ts';
import { earshotIn } from './command.ts';

const TABLES = ['urgency.table.json', 'remedy.table.json'];

/** A folder with copies of two tables that ship. */
function folderOfTables(): string {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-ten-minutes-'));
  const shipped = join(projectRoot, 'definitions/library/mention-care/tables');
  for (const name of TABLES) copyFileSync(join(shipped, name), join(folder, name));
  return folder;
}

/** What the page tells its reader to do, in its order. */
type Step =
  | { readonly act: 'run'; readonly command: string; readonly shown: readonly string[] }
  | {
      readonly act: 'type';
      readonly cell: string;
      readonly file: string;
      readonly write: string;
      readonly insteadOf: string;
    }
  | { readonly act: 'save'; readonly file: string; readonly content: string }
  | { readonly act: 'compare'; readonly file: string; readonly is: string };

const PAGE = readFileSync(join(projectRoot, 'docs/rules.md'), 'utf8');
const SECTION = /^## The first ten minutes with a table\n([^]*?)^## /m.exec(PAGE)?.[1] ?? '';
const STEPS = new RegExp(
  [
    /^```console\n(?<lines>[^]*?)^```/,
    /`(?<saved>[\w.]+)` hold[^`]*:\n\n```json\n(?<content>[^]*?)^```/,
    /[Ii]n cell (?<cell>\w+) of `(?<file>[\w.]+)`, write `(?<write>[^`]+)` instead of `(?<insteadOf>[^`]+)`/,
    /`(?<copy>[\w.]+)` is `(?<original>[\w.]+)` again/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gm',
);

function stepsOf(section: string): Step[] {
  return [...section.matchAll(STEPS)].flatMap(({ groups = {} }): Step[] => {
    const { lines, saved, content = '', cell, file = '', write = '', insteadOf = '' } = groups;
    if (lines !== undefined) return lines.split(/^\$ /m).slice(1).map(commandOf);
    if (saved !== undefined) return [{ act: 'save', file: saved, content }];
    if (cell !== undefined) return [{ act: 'type', cell, file, write, insteadOf }];
    return [{ act: 'compare', file: groups.copy ?? '', is: groups.original ?? '' }];
  });
}

function commandOf(text: string): Step {
  const [command = '', ...shown] = text.trimEnd().split('\n');
  return { act: 'run', command, shown };
}

/** Lines as they are shown: `…` stands for the rest of a line, or alone for further lines. */
function expectShown(stdout: string, shown: readonly string[]): void {
  const isCut = shown.at(-1) === '…';
  const wanted = isCut ? shown.slice(0, -1) : shown;
  const found = stdout.trimEnd().split('\n');
  if (isCut) expect(found.length).toBeGreaterThan(wanted.length);
  else expect(found).toHaveLength(wanted.length);
  for (const [i, line] of wanted.entries()) {
    if (line.endsWith('…')) expect(found[i]?.slice(0, line.length - 1)).toBe(line.slice(0, -1));
    else expect(found[i]).toBe(line);
  }
}

async function typeInto(path: string, cell: string, write: string, insteadOf: string): Promise<void> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  const typed = workbook.worksheets[0]?.getCell(cell);
  expect(typed?.value).toBe(insteadOf);
  if (typed) typed.value = write;
  await workbook.xlsx.writeFile(path);
}

describe('the first ten minutes with a table', () => {
  it('go as the page on rules shows them', async () => {
    const folder = folderOfTables();
    const earshot = earshotIn(folder);
    const steps = stepsOf(SECTION);
    const count = (act: Step['act']): number => steps.filter((step) => step.act === act).length;
    expect([count('run'), count('type'), count('save'), count('compare')]).toEqual([10, 4, 2, 1]);
    for (const step of steps) {
      switch (step.act) {
        case 'run': {
          const [name, ...args] = step.command.split(' ');
          expect(name).toBe('earshot');
          const { stdout, stderr, status } = await earshot(...args);
          expectShown(stdout, step.shown);
          const isWrong = step.shown.some((line) => line.startsWith('error: '));
          expect({ command: step.command, stderr, status }).toEqual({
            command: step.command,
            stderr: '',
            status: isWrong ? 1 : 0,
          });
          break;
        }
        case 'type':
          await typeInto(join(folder, step.file), step.cell, step.write, step.insteadOf);
          break;
        case 'save':
          writeFileSync(join(folder, step.file), step.content);
          break;
        case 'compare':
          expect(readFileSync(join(folder, step.file), 'utf8')).toBe(
            readFileSync(join(folder, step.is), 'utf8'),
          );
      }
    }
    const { stdout } = await earshot('check', 'urgency.xlsx', 'remedy.xlsx');
    expect(stdout.match(/^.+: nothing is wrong\.$/gm)).toHaveLength(2);
  });

  it('lose nothing of the other table either, in any kind of file', async () => {
    const folder = folderOfTables();
    const earshot = earshotIn(folder);
    const ways = ['urgency.table.json', 'urgency.dmn', 'urgency.csv', 'urgency.xlsx', 'back.table.json'];
    for (const [i, to] of ways.slice(1).entries())
      expect(await earshot('convert', ways[i] ?? '', to)).toMatchObject({ stderr: '', status: 0 });
    expect(readFileSync(join(folder, 'back.table.json'), 'utf8')).toBe(
      readFileSync(join(folder, 'urgency.table.json'), 'utf8'),
    );
    const { stdout } = await earshot('check', ...ways);
    expect(stdout.match(/^(warning|error): .*$/gm)).toBeNull();
    expect(stdout.match(/: nothing is wrong\.$/gm)).toHaveLength(ways.length);
  });

  it('show that a new row hides a later one, until it is moved behind it', async () => {
    const folder = folderOfTables();
    const earshot = earshotIn(folder);
    expect((await earshot('convert', 'remedy.table.json', 'remedy.csv')).status).toBe(0);
    const lines = readFileSync(join(folder, 'remedy.csv'), 'utf8').split('\r\n');
    const at = lines.findIndex((line) => line.startsWith('row-6,'));
    const added = ',true,-,-,-,>= 5,"""credit""",10,0,Five years with us.';
    const withRowAt = (place: number): void =>
      writeFileSync(
        join(folder, 'remedy.csv'),
        [...lines.slice(0, place), added, ...lines.slice(place)].join('\r\n'),
      );

    withRowAt(at);
    const hidden = await earshot('check', 'remedy.csv', '--json');
    const [finding, ...others] = JSON.parse(hidden.stdout).analyses[0].findings;
    expect(others).toEqual([]);
    expect(finding.message).toMatch(/^Row 7 never decides: row 6 decides before it wherever it fits/);
    // What shows it is decided by the new row, though the hidden one would fit.
    const names = new Map(
      JSON.parse(readFileSync(join(folder, 'remedy.table.json'), 'utf8')).inputs.map(
        ({ id, name }: { id: string; name: string }) => [id, name],
      ),
    );
    const witness = Object.entries<{ json: unknown }>(finding.witness);
    const shows = Object.fromEntries(witness.map(([id, { json }]) => [names.get(id), json]));
    writeFileSync(join(folder, 'shows.json'), JSON.stringify(shows));
    const why = (await earshot('decide', 'remedy.csv', '--input', 'shows.json', '--explain')).stdout;
    expect(why).toMatch(/^by row 6 \(A16\)$/m);
    expect(why).toMatch(/^ {2}row 7 \(A17\) hits, but does not count$/m);
    writeFileSync(join(folder, 'list.json'), JSON.stringify([shows]));
    expect((await earshot('cover', 'remedy.csv', '--inputs', 'list.json')).stdout).toMatch(
      /^ {2}row 7 \(A17\): never asked$/m,
    );

    withRowAt(at + 1);
    expect((await earshot('check', 'remedy.csv')).stdout).toMatch(/^remedy\.csv: nothing is wrong\.$/m);
    expect((await earshot('decide', 'remedy.csv', '--input', 'shows.json')).stdout).toMatch(
      /^by row 6 \(A16\)$/m,
    );
  });
});

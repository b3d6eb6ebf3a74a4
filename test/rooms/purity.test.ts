import { ESLint } from 'eslint';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const eslint = new ESLint({ cwd: ROOT });

async function refusals(room: string, source: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(`${source}\n`, {
    filePath: path.join(ROOT, room, 'tried-by-a-test.ts'),
  });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? 'unreadable');
}

const IMPURE: readonly (readonly [string, string])[] = [
  ['the clock', 'export const x = Date.now();'],
  ['the clock, as a date', 'export const x = new Date();'],
  ['the clock, as a text', 'export const x = Date();'],
];
const MACHINE: readonly (readonly [string, string])[] = [
  ['randomness', 'export const x = Math.random();'],
  ['the zone of the machine', 'export const x = new Date(0).getHours();'],
  ['a date in the zone of the machine', 'export const x = new Date(2026, 2);'],
  ['the locale of the machine', "export const x = 'a'.localeCompare('b');"],
  ['Intl', "export const x = new Intl.NumberFormat('en');"],
  ['the environment', 'export const x = process.env;'],
  ['a timer', 'export const x = setTimeout(() => 1, 1);'],
  ['Node', "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;"],
];

describe('lint', () => {
  const pure = ['definitions/flow', 'engine/interpreter', 'engine/simulate', 'engine/identity'];

  it.each(
    pure.flatMap((room) => [...IMPURE, ...MACHINE].map(([what, source]) => [room, what, source] as const)),
  )('keeps from %s: %s', async (room, _what, source) => {
    expect(await refusals(room, source)).toEqual([expect.stringMatching(/^no-restricted-/)]);
  });

  it.each(MACHINE)('keeps from workflows: %s', async (_what, source) => {
    expect(await refusals('engine/workflows', source)).toEqual([expect.stringMatching(/^no-restricted-/)]);
  });

  it('lets workflows ask for their own time, and the rim for the real one', async () => {
    expect(await refusals('engine/workflows', 'export const x = Date.now();')).toEqual([]);
    expect(await refusals('engine/store', 'export const x = Date.now();')).toEqual([]);
  });

  it.each([
    ['any', 'export const x: any = 1;'],
    ['a non-null claim', 'export const x = (y: string | null) => y!.length;'],
    ['a name that nothing uses', 'const x = 1;\nexport {};'],
  ])('refuses %s everywhere', async (_what, source) => {
    expect(await refusals('engine/store', source)).toHaveLength(1);
  });
});

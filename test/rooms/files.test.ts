import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOMS } from './cruise.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SOURCE = /\.(ts|tsx|mts|mjs|js|cjs)$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.(schema|test|config|d))?\.(ts|tsx|mts|mjs|js|cjs)$/;
const EMPTY_NAMES = /^(utils?|helpers?|common|misc|types|shared|stuff|index)(\.|$)/;

const files = [...ROOMS, 'test']
  .flatMap((room) =>
    readdirSync(path.join(ROOT, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
      .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name))),
  )
  .filter((file) => !/(^|\/)(node_modules|dist|histories)\//.test(file))
  .map((file) => {
    const source = readFileSync(path.join(ROOT, file), 'utf8');
    return { file, source, lines: source.split('\n').length - 1 };
  });

const names = (found: readonly { readonly file: string }[]) => found.map(({ file }) => file);

describe('the files of the house', () => {
  it('have at most 400 lines, nine in ten under 300, half of them at most 80', () => {
    const sizes = files.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(names(files.filter(({ lines }) => lines > 400))).toEqual([]);
    expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThan(300);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(80);
  });

  it('have kebab-case names that say an idea', () => {
    expect(names(files.filter(({ file }) => !KEBAB.test(path.basename(file))))).toEqual([]);
    expect(names(files.filter(({ file }) => file.split('/').some((part) => EMPTY_NAMES.test(part))))).toEqual(
      [],
    );
  });

  it('do not pass on a whole room', () => {
    const barrels = files.filter(({ source }) => /^\s*export\s+\*\s+from/m.test(source));
    expect(names(barrels)).toEqual([]);
  });

  it('in definitions keep type and schema of each thing side by side', () => {
    const known = new Set(names(files));
    const schemas = names(files).filter(
      (file) => file.startsWith('definitions/') && file.endsWith('.schema.ts'),
    );
    expect(schemas.length).toBeGreaterThan(10);
    expect(schemas.filter((file) => !known.has(file.replace('.schema.ts', '.ts')))).toEqual([]);
  });

  it('leave nothing to do without a condition', () => {
    const todo = new RegExp(['TO', 'DO(?!: when )|FIX', 'ME|X', 'XX'].join(''));
    expect(names(files.filter(({ source }) => todo.test(source)))).toEqual([]);
  });
});

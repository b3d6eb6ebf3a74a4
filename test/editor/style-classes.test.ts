import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Uses {
  readonly named: Map<string, string>;
  /** Whether a class is also chosen by a value: which ones are used is not to be read then. */
  isChosen: boolean;
}

const files = readdirSync('editor', { recursive: true, encoding: 'utf8' }).map((file) =>
  join('editor', file),
);
const sheets = files.filter((file) => file.endsWith('.module.css'));
const uses = usesOf(files.filter((file) => /\.tsx?$/.test(file)));

describe('the classes of the pages', () => {
  it('stand in the style sheet that they are taken from', () => {
    const missing = sheets.flatMap((sheet) => {
      const own = classesOf(sheet);
      return [...(uses.get(sheet)?.named ?? [])]
        .filter(([name]) => !own.has(name))
        .map(([name, file]) => `${file}: ${name} of ${sheet}`);
    });
    expect(missing).toEqual([]);
  });

  it('are used by somebody, where what is used can be read', () => {
    const dead = sheets.flatMap((sheet) => {
      const used = uses.get(sheet);
      if (used?.isChosen === true) return [];
      return [...classesOf(sheet)]
        .filter((name) => used?.named.has(name) !== true)
        .map((name) => `${sheet}: ${name}`);
    });
    expect(dead).toEqual([]);
  });
});

/** By style sheet, the classes that source files take from it. */
function usesOf(sources: readonly string[]): ReadonlyMap<string, Uses> {
  const found = new Map<string, Uses>();
  for (const file of sources) {
    const text = readFileSync(file, 'utf8');
    for (const [, name, from] of text.matchAll(/^import (\w+) from '(\..+\.module\.css)';$/gm)) {
      const sheet = join(dirname(file), from ?? '');
      const used = found.get(sheet) ?? { named: new Map<string, string>(), isChosen: false };
      found.set(sheet, used);
      for (const [, named] of text.matchAll(new RegExp(`\\b${name}\\[(?:'([\\w-]+)'\\])?`, 'g')))
        if (named === undefined) used.isChosen = true;
        else used.named.set(named, file);
    }
  }
  return found;
}

/** The classes of a style sheet that are its own. */
function classesOf(sheet: string): ReadonlySet<string> {
  const rules = readFileSync(sheet, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/:global\([^)]*\)/g, '');
  return new Set([...rules.matchAll(/\.([a-zA-Z][\w-]*)(?=[^{}]*\{)/g)].map(([, name]) => name ?? ''));
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileExpression, compileUnaryTest } from '../../definitions/feel/compile.ts';
import type { JsonObject } from '../../definitions/flow/json.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import { projectRoot } from '../../engine/local/project-root.ts';

const PAGE = readFileSync(join(projectRoot, 'docs/rules.md'), 'utf8');
const NOW = Date.parse('2026-03-05T12:00:00Z');

function blocks(language: string): string[] {
  return [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(
    ([, block = '']) => block,
  );
}

function lines(language: string): string[] {
  return blocks(language).flatMap((block) => block.split('\n').filter((line) => line.trim() !== ''));
}

const scope: JsonObject = JSON.parse(blocks('json')[0] ?? '{}');
const types = Object.fromEntries(
  Object.keys(scope).map((name): [string, ValueType] => [name, { type: 'any' }]),
);

function value(source: string) {
  const { problems, evaluate } = compileExpression(source, types);
  return { problems, value: evaluate(scope, NOW) };
}

describe('the page that shows the language', () => {
  it('has examples of everything', () => {
    expect(lines('feel').length).toBeGreaterThan(30);
    expect(lines('cell').length).toBeGreaterThan(8);
  });

  it.each(lines('feel'))('%s', (line) => {
    const at = line.lastIndexOf('//');
    const [source, answer] = [line.slice(0, at).trim(), line.slice(at + 2).trim()];
    expect(value(source)).toEqual({ problems: [], value: value(answer).value });
  });

  it.each(lines('cell'))('%s', (line) => {
    const [input = '', cell = '', answer] = line.split(' | ').map((part) => part.trim());
    const given = value(input).value;
    const type: ValueType['type'] =
      typeof given === 'number' ? 'number' : typeof given === 'string' ? 'string' : 'boolean';
    const test = compileUnaryTest(cell, { type }, types);
    expect(test.problems).toEqual([]);
    expect(test.matches(given, scope, NOW) ? 'yes' : 'no').toBe(answer);
  });
});

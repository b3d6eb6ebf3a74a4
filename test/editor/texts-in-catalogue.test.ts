import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Attributes whose value people see or hear. */
const SAID = new Set(['label', 'aria-label', 'title', 'placeholder', 'description', 'alt', 'error', 'name']);
const HAS_WORDS = /\p{L}{2,}/u;

/** Texts for people that stand in a component itself, where no other language could reach them. */
function textsIn(source: string): readonly string[] {
  const file = ts.createSourceFile('page.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && HAS_WORDS.test(node.text)) found.push(node.text.trim());
    if (
      ts.isJsxAttribute(node) &&
      SAID.has(node.name.getText(file)) &&
      node.initializer !== undefined &&
      ts.isStringLiteral(node.initializer) &&
      HAS_WORDS.test(node.initializer.text)
    )
      found.push(node.initializer.text);
    if (
      ts.isJsxExpression(node) &&
      !ts.isJsxAttribute(node.parent) &&
      node.expression !== undefined &&
      ts.isStringLiteralLike(node.expression) &&
      HAS_WORDS.test(node.expression.text)
    )
      found.push(node.expression.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('the texts of the pages', () => {
  it('stand in the catalogue, not in the components', () => {
    const files = readdirSync('editor', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.tsx'),
    );
    expect(files.length).toBeGreaterThan(40);
    expect(
      files.flatMap((name) => textsIn(readFileSync(`editor/${name}`, 'utf8')).map((text) => [name, text])),
    ).toEqual([]);
  });

  it('would be found where they stand outside of it', () => {
    expect(textsIn('<p title="Far away">Some words {count} {"more words"}</p>')).toEqual([
      'Far away',
      'Some words',
      'more words',
    ]);
    expect(textsIn('<p title={words.far} className="some words">{words.near} · </p>')).toEqual([]);
  });
});

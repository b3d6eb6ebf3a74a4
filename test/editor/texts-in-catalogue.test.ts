import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { parsed, sourcesUnder, textOf } from './source-texts.ts';

/** Attributes whose value people see or hear. */
const SAID = new Set(['label', 'aria-label', 'title', 'placeholder', 'description', 'alt', 'error', 'name']);
/** Fields of objects that pages are made of, which people see or hear. */
const TOLD = new Set([
  'label',
  'aria-label',
  'title',
  'placeholder',
  'description',
  'message',
  'text',
  'said',
]);
const HAS_WORDS = /\p{L}{2,}/u;
const IS_SENTENCE = /^\p{Lu}\p{Ll}+ \p{L}/u;
/** Ways of writing dates and numbers that know no reader, or are not asked in one place. */
const OWN_WRITING = /\bIntl\b|\.toLocale\w*\(|\.to(Date|Time|UTC|GMT)String\(|\.toFixed\(|\.toPrecision\(/;

const pages = sourcesUnder('editor').filter(({ file }) => !file.startsWith('editor/words/'));

/** Texts for people that stand in a component itself, where no other language could reach them. */
function textsIn(source: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && HAS_WORDS.test(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && SAID.has(node.name.getText(source)) && node.initializer !== undefined)
      found.push(...shownBy(node.initializer));
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) found.push(...shownBy(node));
    if (ts.isPropertyAssignment(node) && TOLD.has(nameOf(node))) found.push(...shownBy(node.initializer));
    if (IS_SENTENCE.test(textOf(node) ?? '') && !isThrown(node)) found.push(textOf(node) ?? '');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...new Set(found)];
}

/** The words that an expression may come to: of both ways of a choice, and of what is put together. */
function shownBy(node: ts.Node): readonly string[] {
  const text = textOf(node);
  if (text !== null) return HAS_WORDS.test(text) ? [text] : [];
  if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node))
    return node.expression === undefined ? [] : shownBy(node.expression);
  if (ts.isConditionalExpression(node)) return [...shownBy(node.whenTrue), ...shownBy(node.whenFalse)];
  if (!ts.isBinaryExpression(node)) return [];
  const isChoice = node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
  return [...(isChoice ? [] : shownBy(node.left)), ...shownBy(node.right)];
}

function nameOf({ name }: ts.PropertyAssignment): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';
}

/** What only an engineer sees, in the browser's own console. */
function isThrown(node: ts.Node): boolean {
  return ts.isNewExpression(node.parent) && ts.isThrowStatement(node.parent.parent);
}

describe('the texts of the pages', () => {
  it('stand in the catalogue, not in the components', () => {
    expect(pages.length).toBeGreaterThan(100);
    expect(pages.flatMap(({ file, source }) => textsIn(source).map((text) => [file, text]))).toEqual([]);
  });

  it('would be found where they stand outside of it', () => {
    const found = (code: string): readonly string[] => textsIn(parsed(code));
    expect(found('<p title="Far away">Some words {count} {"more words"}</p>')).toEqual([
      'Far away',
      'Some words',
      'more words',
    ]);
    expect(found('<p title={isFar ? "far" : `near ${by}`}>{count > 1 && "many"}{a ?? "none"}</p>')).toEqual([
      'far',
      'near …',
      'many',
      'none',
    ]);
    expect(found('show({ message: "it is done" }); const said = "Nobody knows";')).toEqual([
      'it is done',
      'Nobody knows',
    ]);
    expect(found('<p title={words.far} className="some words">{words.near} · {`${a} · ${b}`}</p>')).toEqual(
      [],
    );
    expect(found('throw new Error("Nobody is here"); const at = { name: "who" };')).toEqual([]);
  });
});

describe('dates and numbers', () => {
  it('are written as the reader writes them, in one place', () => {
    const elsewhere = sourcesUnder('editor').filter(({ code }) => OWN_WRITING.test(code));
    expect(elsewhere.map(({ file }) => file)).toEqual(['editor/words/locale.ts']);
  });
});

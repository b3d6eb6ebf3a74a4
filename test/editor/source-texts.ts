import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** A text as it stands in a source, with '…' for each gap of a template. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** Every text that stands in the TypeScript files of a folder, whatever the way to it; names of fields are none. */
export function textsUnder(folder: string): readonly SourceText[] {
  return sourcesUnder(folder).flatMap(({ file, source }) => textsOf(source).map((text) => ({ file, text })));
}

export interface Source {
  readonly file: string;
  readonly code: string;
  readonly source: ts.SourceFile;
}

/** The TypeScript files of a folder, read. */
export function sourcesUnder(folder: string): readonly Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const file = `${folder}/${name}`;
      const code = readFileSync(file, 'utf8');
      return { file, code, source: parsed(code, file) };
    });
}

/** Code read as that of a file of this name; by default a component's. */
export function parsed(code: string, file = 'page.tsx'): ts.SourceFile {
  const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, kind);
}

/** The text of a literal or a template; null for what is none. */
export function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}

function textsOf(source: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
    const text = isName(node) ? null : textOf(node);
    if (text !== null) found.push(text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isName(node: ts.Node): boolean {
  return node.parent !== undefined && ts.isPropertyAssignment(node.parent) && node.parent.name === node;
}

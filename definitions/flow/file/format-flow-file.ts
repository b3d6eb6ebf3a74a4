import type { DraftContent } from '../draft.ts';

/** What a file says it is, and the newest form of it that this Earshot writes and reads. */
export const FLOW_FILE = { earshot: 'flow', version: 1 } as const;

/** Lists whose items stand on a line each, so that a changed row, word or arrow is a changed line. */
const LINE_EACH = new Set(['variables', 'lanes', 'edges', 'inputs', 'outputs', 'rows', 'entries', 'open']);

/**
 * A flow with all that belongs to it as one file that reads well in a diff: the same content gives the same text,
 * members and ids are sorted, and lists keep their order.
 */
export function formatFlowFile(content: DraftContent): string {
  const { flow, ...parts } = content;
  const members = [
    ...Object.entries(FLOW_FILE).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`),
    `"flow": ${laidOut(flow, '  ')}`,
    ...sorted(parts).map(([name, value]) => `${JSON.stringify(name)}: ${laidOut(value, '  ')}`),
  ];
  return `{\n${members.map((member) => `  ${member}`).join(',\n')}\n}\n`;
}

/** A value over several lines; `indent` is that of the line that it begins on. */
function laidOut(value: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== 'object' || item === null)) return inline(value);
    return block(
      '[',
      ']',
      indent,
      value.map((item) => laidOut(item, inner)),
    );
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = sorted(value);
  if (members.length === 0) return '{}';
  // A place on the drawing, an end of an arrow: nothing inside that is larger than a line.
  if (members.every(([, member]) => typeof member === 'number')) return inline(value);
  return block(
    '{',
    '}',
    indent,
    members.map(([name, member]) => `${JSON.stringify(name)}: ${memberText(name, member, inner)}`),
  );
}

function memberText(name: string, member: unknown, indent: string): string {
  if (!LINE_EACH.has(name) || !Array.isArray(member) || member.length === 0) return laidOut(member, indent);
  return block('[', ']', indent, member.map(inline));
}

function block(open: string, close: string, indent: string, lines: readonly string[]): string {
  return `${open}\n${lines.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}${close}`;
}

/** A value in one line, with blanks as prettier sets them. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = sorted(value).map(([name, member]) => `${JSON.stringify(name)}: ${inline(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** The members of an object by their names, whatever the reader's language; what is undefined is left out. */
function sorted(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
}

import { readMail } from './eml.ts';
import type { Reader, ReadMention, RowVerdict } from './read-file.ts';
import { sortOut } from './to-mention.ts';

/** Many e-mails in one file (RFC 4155): each after a line that begins with "From ", which in a text is quoted by ">". */
export const readMbox: Reader = async (bytes, options) => {
  const rows: (ReadMention | RowVerdict)[] = [];
  for (const { line, mail } of mailsOf(bytes)) rows.push(await readMail(line, mail, options));
  return sortOut(rows.length, rows);
};

/** Each mail's bytes, and the line of its "From ". Latin-1 keeps every byte as one character. */
function mailsOf(bytes: Buffer): readonly { readonly line: number; readonly mail: Buffer }[] {
  const mails: { line: number; lines: string[] }[] = [];
  let afterEmptyLine = true;
  for (const [index, text] of bytes.toString('latin1').split('\n').entries()) {
    if (afterEmptyLine && text.startsWith('From ')) mails.push({ line: index + 1, lines: [] });
    else mails.at(-1)?.lines.push(text.replace(/^>(>*From )/, '$1'));
    afterEmptyLine = text.trim() === '';
  }
  return mails.map(({ line, lines }) => ({ line, mail: Buffer.from(lines.join('\n'), 'latin1') }));
}

import { createHash } from 'node:crypto';
import { simpleParser } from 'mailparser';
import type { AddressObject, ParsedMail } from 'mailparser';
import type { ReadMention, Reader, ReaderOptions, RowVerdict } from './read-file.ts';
import { sortOut, toMention } from './to-mention.ts';

/** One e-mail. */
export const readEml: Reader = async (bytes, options) => sortOut(1, [await readMail(1, bytes, options)]);

/**
 * An e-mail as a mention: its text part, quotes and signature kept; without one, the text of its HTML. Threads by
 * References and In-Reply-To (RFC 5322, section 3.6.4). One without a Message-ID is known by the hash of its bytes.
 */
export async function readMail(
  line: number,
  bytes: Buffer,
  options: ReaderOptions,
): Promise<ReadMention | RowVerdict> {
  const mail = await simpleParser(bytes, { skipImageLinks: true, skipTextToHtml: true, skipTextLinks: true });
  const from = mail.from?.value[0];
  if (!from?.address) return { line, field: 'from', reason: 'is missing or no address' };
  const email = from.address.toLowerCase();
  const before = threadBefore(mail);
  const read = toMention(
    line,
    {
      externalId: mail.messageId ?? `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
      authorId: email,
      authorEmail: email,
      authorName: from.name,
      direction: options.own.includes(email) ? 'outbound' : 'inbound',
      occurredAt: header(mail, 'date'),
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      inReplyTo: before.at(-1) ?? '',
    },
    options,
  );
  if ('reason' in read) return read;
  const to = addresses(mail.to);
  return { ...read, before, mention: { ...read.mention, ...(to.length > 0 && { extra: { to } }) } };
}

function threadBefore(mail: ParsedMail): readonly string[] {
  const references = typeof mail.references === 'string' ? [mail.references] : (mail.references ?? []);
  const answered: readonly string[] = mail.inReplyTo?.match(/<[^<>\s]+>/g) ?? [];
  return [...new Set([...references.filter((id) => !answered.includes(id)), ...answered])];
}

function header(mail: ParsedMail, name: string): string {
  const line = mail.headerLines.find(({ key }) => key === name)?.line ?? '';
  return line
    .slice(line.indexOf(':') + 1)
    .replaceAll(/\r?\n\s+/g, ' ')
    .trim();
}

function addresses(to: AddressObject | AddressObject[] | undefined): readonly string[] {
  return (Array.isArray(to) ? to : to ? [to] : []).flatMap((list) =>
    list.value.flatMap((entry) => entry.address ?? []),
  );
}

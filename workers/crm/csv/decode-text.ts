const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The text of a file: UTF-16 if it begins so, else UTF-8, else windows-1252, which is what spreadsheets write where they
 * do not write UTF-8. Single bytes that are broken in a text of UTF-8 become U+FFFD.
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, place) => bytes[place] === byte));
  if (marked !== undefined) return new TextDecoder(marked[0]).decode(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const beyondAscii = broken === 0 ? 0 : (text.match(/[^\0-\x7f]/gu)?.length ?? 0);
  return broken > beyondAscii - broken ? new TextDecoder('windows-1252').decode(bytes) : text;
}

import { describe, expect, it } from 'vitest';
import { decode, linesOf, recognise } from '../../engine/cli/import/decode.ts';

const readAll = (file: Buffer): (string | null)[] => {
  const { bytes, encoding } = recognise(file);
  return linesOf(bytes).map(({ line }) => decode(line, encoding));
};

describe('the encoding of a file', () => {
  it('is UTF-8 with or without a byte order mark', () => {
    expect(readAll(Buffer.from('caf\u00e9 😀\n'))).toEqual(['café 😀']);
    expect(readAll(Buffer.from('\ufeffcafé'))).toEqual(['café']);
  });

  it('is UTF-16 by its byte order mark, in both orders', () => {
    const little = Buffer.from('\ufeffcafé 😀', 'utf16le');
    expect(readAll(little)).toEqual(['café 😀']);
    expect(readAll(Buffer.from(little).swap16())).toEqual(['café 😀']);
  });

  it('is windows-1252 when nothing in it is UTF-8 beyond ASCII', () => {
    expect(readAll(Buffer.from('caf\u00e9\nplain', 'latin1'))).toEqual(['café', 'plain']);
  });

  it('stays UTF-8 when one row alone is broken, and that row is none', () => {
    const file = Buffer.concat([Buffer.from('café\n'), Buffer.from([0x61, 0xe9, 0x0a]), Buffer.from('good')]);
    expect(readAll(file)).toEqual(['café', null, 'good']);
  });

  it('is UTF-16 without a byte order mark as well, by where its NULs stand', () => {
    const little = Buffer.from('id,text\n1,café', 'utf16le');
    expect(readAll(little)).toEqual(['id,text', '1,café']);
    expect(readAll(Buffer.from(little).swap16())).toEqual(['id,text', '1,café']);
  });

  it('is the one that is told', () => {
    expect(recognise(Buffer.from([0xa4]), 'iso-8859-15').bytes.toString()).toBe('€');
  });

  it('is none of a file that is no text', () => {
    const utf32 = Buffer.concat([...'hello'].map((sign) => Buffer.from([sign.charCodeAt(0), 0, 0, 0])));
    for (const bytes of [utf32, Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), utf32])])
      expect(() => recognise(bytes)).toThrow(
        /^This is no text in UTF-8, UTF-16 or windows-1252: save it as UTF-8/,
      );
    expect(readAll(Buffer.from('one \0 NUL among many letters'))).toEqual(['one \0 NUL among many letters']);
  });

  it('gives no text for bytes that no encoding explains', () => {
    expect(readAll(Buffer.from([0x61, 0x0a, 0x81, 0xff, 0x0a, 0x62]))).toEqual(['a', null, 'b']);
  });
});

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, NotJson } from '../../definitions/flow/canonical.ts';
import { contentHash } from '../../definitions/flow/content-hash.ts';
import { sha256 } from '../../definitions/flow/sha256.ts';
import { utf8 } from '../../definitions/flow/utf8.ts';

const json = fc
  .jsonValue({ stringUnit: 'binary' })
  .filter((value) => !/\p{Surrogate}/u.test(deepText(value)));

/** All texts of a value, unescaped. */
function deepText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([name, member]) => `${name} ${deepText(member)}`)
    .join(' ');
}

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, shuffled(member)]),
  );
}

describe('canonical JSON', () => {
  it('writes the example of RFC 8785 as the RFC does', () => {
    const value = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
        '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts members by UTF-16 code units, as the RFC’s sorting example does', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const written = canonicalJson(Object.fromEntries(names.map((name) => [name, 0])));
    expect(Object.keys(JSON.parse(written) as object).filter((name) => name !== '1')).toEqual([
      '\r',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\ud83d\ude00',
      '\ufb33',
    ]);
    expect(written.indexOf('"\\r"')).toBeLessThan(written.indexOf('"1"'));
  });

  it('reads back as the value it was written from', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('is the same however the members were ordered', () => {
    fc.assert(fc.property(json, (value) => canonicalJson(shuffled(value)) === canonicalJson(value)));
  });

  it('leaves out members that are undefined and keeps one called __proto__', () => {
    expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
    expect(canonicalJson(JSON.parse('{"__proto__":1}'))).toBe('{"__proto__":1}');
  });

  it.each([
    ['not a number', '/a/0', { a: [Number.NaN] }],
    ['lone surrogate', '/b~1c', { 'b/c': '\ud800' }],
    ['lone surrogate', '/\udc00', { '\udc00': 1 }],
    ['no JSON type', '/0', [new Date(0)]],
    ['no JSON type', '/1', [1, undefined]],
    ['no JSON type', '/0', new Array(1)],
    ['no JSON type', '', 1n],
  ])('refuses what JSON cannot hold: %s at %s', (code, at, value) => {
    expect(() => canonicalJson(value)).toThrowError(expect.objectContaining({ name: 'NotJson', code, at }));
  });

  it('refuses nesting that would exhaust the stack', () => {
    let deep: unknown = 0;
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    expect(() => canonicalJson(deep)).toThrowError(NotJson);
  });
});

describe('SHA-256', () => {
  it('agrees with Node’s for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
      }),
    );
  });

  it('agrees with Node’s around every block border', () => {
    for (let length = 0; length <= 130; length++) {
      const bytes = new Uint8Array(length).fill(length);
      expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it('hashes a megabyte as Node does', () => {
    const bytes = new Uint8Array(1_000_003).map((_, index) => index * 31);
    expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
  });
});

describe('UTF-8', () => {
  it('agrees with Node’s for any text, lone surrogates too', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(fc.oneof(units, fc.string({ unit: 'binary' })), (text) => {
        expect([...utf8(text)]).toEqual([...Buffer.from(text, 'utf8')]);
      }),
    );
  });
});

describe('content hash', () => {
  it('is Node’s SHA-256 of the canonical text', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(contentHash(value)).toBe(createHash('sha256').update(canonicalJson(value)).digest('hex'));
      }),
    );
  });

  it('does not see the order of members, but sees the order of a list', () => {
    expect(contentHash({ a: 1, b: 2 })).toBe(contentHash({ b: 2, a: 1 }));
    expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
  });
});

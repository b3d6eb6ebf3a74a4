import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeTooOld, packagesInPlace } from '../../engine/local/packages.mjs';

function project(locked: object, installed: object | null): string {
  const root = mkdtempSync(join(tmpdir(), 'earshot-project-'));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...locked } }));
  if (installed) {
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
  }
  return root;
}
const a = { 'node_modules/a': { version: '1.0.0' } };

describe('before anything runs', () => {
  it('a Node that is too old is told in one sentence', () => {
    expect(nodeTooOld('18.20.0')).toMatch(/needs Node 20\.19 or newer and this is 18\.20\.0: install/);
    expect(nodeTooOld('20.18.3')).not.toBeNull();
    for (const version of ['20.19.0', '22.0.0', '24.1.0']) expect(nodeTooOld(version)).toBeNull();
  });

  it('packages are installed when they are missing or the lock file changed, and not otherwise', () => {
    expect(packagesInPlace(project(a, null))).toBe(false);
    expect(packagesInPlace(project(a, {}))).toBe(false);
    expect(packagesInPlace(project(a, { 'node_modules/a': { version: '1.0.1' } }))).toBe(false);
    expect(packagesInPlace(project(a, a))).toBe(true);
    expect(
      packagesInPlace(project({ ...a, 'node_modules/mac-only': { version: '1.0.0', optional: true } }, a)),
    ).toBe(true);
  });
});

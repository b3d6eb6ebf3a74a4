import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './cruise.ts';

describe('the rooms of the house', () => {
  it('import only what the map allows', async () => {
    const { found, modules } = await violations();
    expect(modules).toBeGreaterThan(50);
    expect(found).toEqual([]);
  }, 120_000);
});

/** A house in which every rule is broken once: file, what it imports, the rule that must say so. */
const BROKEN: readonly (readonly [rule: string, file: string, imported: string])[] = [
  ['definitions-alone', 'definitions/flow/a.ts', 'engine/store/leaf.ts'],
  ['pure-engine', 'engine/simulate/a.ts', 'engine/store/leaf.ts'],
  ['workflows', 'engine/workflows/a.ts', 'engine/store/leaf.ts'],
  ['engine-never-workers', 'engine/runs/a.ts', 'workers/sdk/leaf.ts'],
  ['sample', 'engine/sample/a.ts', 'engine/api/leaf.ts'],
  ['workers', 'workers/activities/a.ts', 'engine/runs/leaf.ts'],
  ['worker-process', 'workers/main.ts', 'engine/api/leaf.ts'],
  ['editor', 'editor/cases/a.ts', 'engine/store/leaf.ts'],
  ['pure-rooms-without-node', 'definitions/check/a.ts', 'node:fs'],
  ['zod-at-the-border', 'definitions/check/b.ts', 'zod'],
  ['zod-at-the-border', 'definitions/check/c.ts', 'definitions/flow/leaf.schema.ts'],
  ['no-zod-in-the-sandbox', 'engine/workflows/b.ts', 'definitions/flow/leaf.schema.ts'],
  ['feelin-is-an-oracle', 'engine/api/a.ts', 'feelin'],
  ['no-unresolvable', 'engine/api/b.ts', 'engine/api/gone.ts'],
  ['no-circular', 'engine/store/ring-too.ts', 'engine/store/ring.ts'],
];
const ALLOWED: readonly (readonly [file: string, imported: string])[] = [
  ['definitions/flow/leaf.schema.ts', 'zod'],
  ['definitions/flow/read-leaf.ts', 'definitions/flow/leaf.schema.ts'],
  ['engine/store/ring.ts', 'engine/store/ring-too.ts'],
  ['workers/host/a.ts', 'engine/runs/leaf.ts'],
  ['engine/sample/b.ts', 'engine/runs/leaf.ts'],
];
const LEAVES = ['engine/store', 'engine/runs', 'engine/api', 'workers/sdk'].map((room) => `${room}/leaf.ts`);

describe('the rules of the rooms', () => {
  let house = '';
  let found: readonly string[] = [];

  beforeAll(async () => {
    house = await mkdtemp(path.join(tmpdir(), 'earshot-house-'));
    const write = async (file: string, text: string) => {
      await mkdir(path.dirname(path.join(house, file)), { recursive: true });
      await writeFile(path.join(house, file), text);
    };
    const importing = (file: string, imported: string) => {
      const isRoom = /^(definitions|engine|workers|editor)\//.test(imported);
      const relative = path.relative(path.dirname(file), imported);
      const from = isRoom ? (relative.startsWith('.') ? relative : `./${relative}`) : imported;
      return write(file, `import { x } from '${from}';\nexport { x };\n`);
    };
    await write(
      'tsconfig.json',
      '{ "compilerOptions": { "moduleResolution": "bundler", "allowImportingTsExtensions": true } }',
    );
    for (const name of ['zod', 'feelin']) {
      await write(
        `node_modules/${name}/package.json`,
        `{ "name": "${name}", "type": "module", "main": "index.js" }`,
      );
      await write(`node_modules/${name}/index.js`, 'export const x = 1;\n');
    }
    await write('package.json', '{ "type": "module", "dependencies": { "zod": "*", "feelin": "*" } }');
    for (const leaf of LEAVES) await write(leaf, 'export const x = 1;\n');
    for (const [, file, imported] of BROKEN) await importing(file, imported);
    for (const [file, imported] of ALLOWED) await importing(file, imported);
    ({ found } = await violations(house));
  });
  afterAll(() => rm(house, { recursive: true, force: true }));

  it.each(BROKEN)('%s: %s must not import %s', (rule, file) => {
    expect(found.filter((violation) => violation.startsWith(`${rule}: ${file} `))).toHaveLength(1);
  });

  it.each(ALLOWED)('%s may import %s', (file) => {
    expect(
      found.filter((violation) => violation.includes(` ${file} →`) && !violation.startsWith('no-circular')),
    ).toEqual([]);
  });
});

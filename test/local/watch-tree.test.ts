import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchTree } from '../../engine/local/watch-tree.ts';

let root: string;
let heard: string[];
let end: () => void;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'earshot-tree-'));
  mkdirSync(join(root, 'activities'));
  writeFileSync(join(root, 'activities', 'count.ts'), '1');
  heard = [];
  end = watchTree(root, (file) => void heard.push(file));
});
afterEach(() => {
  end();
  rmSync(root, { recursive: true });
});

/** Writes another file and puts it in the place of this one, as editors do. */
function save(file: string, text: string): void {
  const other = join(root, `other-${text}`);
  writeFileSync(other, text);
  renameSync(other, join(root, file));
}
async function isHeard(file: string): Promise<void> {
  await expect.poll(() => heard).toContain(file);
  await new Promise((resolve) => setTimeout(resolve, 100));
  heard = [];
}

describe('a folder that is watched', () => {
  it('tells of a file each time it is saved, put in its place or written', async () => {
    for (const text of ['2', '3', '4']) {
      save('activities/count.ts', text);
      await isHeard('count.ts');
    }
    writeFileSync(join(root, 'activities', 'count.ts'), '5');
    await isHeard('count.ts');
    rmSync(join(root, 'activities', 'count.ts'));
    await isHeard('count.ts');
  });

  it('tells of files in folders that were made later, with what was in them already', async () => {
    mkdirSync(join(root, 'crm', 'deep'), { recursive: true });
    writeFileSync(join(root, 'crm', 'deep', 'first.ts'), '1');
    await isHeard('first.ts');
    writeFileSync(join(root, 'crm', 'deep', 'second.ts'), '1');
    await isHeard('second.ts');
  });

  it('goes on with a folder that was taken away and made anew', async () => {
    for (const text of ['2', '3']) {
      rmSync(join(root, 'activities'), { recursive: true });
      mkdirSync(join(root, 'activities'));
      writeFileSync(join(root, 'activities', 'count.ts'), text);
      await isHeard('count.ts');
      save('activities/count.ts', `${text}0`);
      await isHeard('count.ts');
    }
  });

  it('tells of nothing once it is ended', async () => {
    end();
    save('activities/count.ts', '2');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(heard).toEqual([]);
  });
});

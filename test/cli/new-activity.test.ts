import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activityNames } from '../../engine/cli/new-activity/activity-names.ts';
import { writeActivity } from '../../engine/cli/new-activity/write-activity.ts';
import { projectRoot } from '../../engine/local/project-root.ts';

/** A copy of the project, as far as a new activity needs it. */
let root: string;
beforeAll(() => {
  mkdirSync(join(projectRoot, '.cache'), { recursive: true });
  root = mkdtempSync(join(projectRoot, '.cache', 'new-activity-'));
  for (const folder of ['definitions', 'engine', 'workers', 'test/workers'])
    cpSync(join(projectRoot, folder), join(root, folder), { recursive: true });
  for (const file of ['package.json', 'tsconfig.json', 'eslint.config.js', '.prettierrc.json'])
    cpSync(join(projectRoot, file), join(root, file));
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const tool = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(projectRoot, 'node_modules', script), ...args], {
    cwd: root,
    encoding: 'utf8',
  });

describe('a new activity', () => {
  it('is written with its test and its page, formatted, and offered by workers', () => {
    const written = writeActivity(root, activityNames('countMentions'));
    expect(written).toEqual([
      'workers/activities/count-mentions.ts',
      'test/workers/count-mentions.test.ts',
      'docs/activities/count-mentions.md',
      'workers/activities/shipped.ts',
    ]);
    const offered = readFileSync(join(root, 'workers/activities/shipped.ts'), 'utf8');
    expect(offered).toMatch(/import \{ countMentions \} from '\.\/count-mentions\.ts';/);
    expect(offered).toMatch(/ {2}countMentions,\n\];/);
    expect(tool('prettier/bin/prettier.cjs', '--check', ...written).stderr).toBe('');
  });

  it('passes its own test as it stands', { timeout: 120_000 }, () => {
    const { stdout, status } = tool(
      'vitest/vitest.mjs',
      'run',
      '--root',
      root,
      'test/workers/count-mentions.test.ts',
    );
    expect(stdout).toMatch(/2 passed/);
    expect(status).toBe(0);
  });

  it('is refused under a name that is taken or is none, and nothing is written', () => {
    const before = readFileSync(join(root, 'workers/activities/shipped.ts'), 'utf8');
    expect(() => writeActivity(root, activityNames('count-mentions'))).toThrow(/is there already/);
    expect(readFileSync(join(root, 'workers/activities/shipped.ts'), 'utf8')).toBe(before);
    for (const name of ['', 'Count', '../etc', 'a b', 'x'.repeat(61), '1st'])
      expect(() => activityNames(name)).toThrow(/is no name for an activity/);
  });

  it('is one name in three spellings', () => {
    const names = { camel: 'sendAParcel', kebab: 'send-a-parcel', title: 'Send a parcel' };
    expect(activityNames('sendAParcel')).toEqual(names);
    expect(activityNames('send-a-parcel')).toEqual(names);
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FLOW_SCHEMA } from '../../definitions/flow/flow.ts';
import { projectRoot } from '../../engine/local/project-root.ts';

const folder = mkdtempSync(join(tmpdir(), 'earshot-commands-'));

function earshot(...args: string[]) {
  const { EARSHOT_URL: _url, EARSHOT_TOKEN: _token, ...env } = process.env;
  const script = join(projectRoot, 'engine/cli/earshot.mjs');
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    env: { ...env, EARSHOT_HOME: join(folder, 'home') },
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}
function file(name: string, content: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const at = { x: 0, y: 0 };
const nap = {
  schema: FLOW_SCHEMA,
  id: 'nap',
  name: 'Nap',
  variables: [],
  lanes: [],
  nodes: [
    { id: 'start', kind: 'startEvent', name: 'Start', position: at },
    {
      id: 'wait',
      kind: 'intermediateCatchEvent',
      name: 'Three days',
      position: at,
      wait: { kind: 'duration', for: 'duration("P3D")' },
    },
    { id: 'end', kind: 'endEvent', name: 'End', position: at, outcome: 'rested' },
  ],
  edges: [
    { id: 'a', from: { node: 'start', port: 'out' }, to: 'wait' },
    { id: 'b', from: { node: 'wait', port: 'out' }, to: 'end' },
  ],
};
const story = { name: 'A nap', start: '2026-03-02T09:00:00Z', variables: {} };

describe('the earshot command', () => {
  it('says what it can do', () => {
    const { stdout, status } = earshot('--help');
    expect(status).toBe(0);
    for (const command of ['status', 'link', 'import', 'check', 'convert', 'decide', 'simulate'])
      expect(stdout).toContain(command);
  });

  it('says in one sentence that nothing runs', () => {
    for (const command of ['link', 'status']) {
      const { stderr, status } = earshot(command);
      expect({ stderr, status }).toEqual({
        stderr: `No Earshot runs on ${join(folder, 'home')}: start it with \`npm start\`.\n`,
        status: 1,
      });
    }
  });

  it('takes a flow through three days at once, and says how it came out', () => {
    const flow = file('nap.json', nap);
    const expecting = {
      status: 'ended',
      outcome: 'rested',
      virtualTime: 'P3D',
      pathIncludes: ['start', 'wait', 'end'],
    };
    const { stdout, status } = earshot(
      'simulate',
      flow,
      '--scenario',
      file('story.json', { ...story, expect: expecting }),
      '--json',
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'rested',
      path: ['start', 'wait', 'end'],
      virtualMs: 3 * 86_400_000,
      differences: [],
    });
    const otherwise = earshot(
      'simulate',
      flow,
      '--scenario',
      file('other.json', { ...story, expect: { outcome: 'tired' } }),
    );
    expect(otherwise.status).toBe(1);
    expect(otherwise.stdout).toContain('otherwise: outcome should be "tired", is "rested"');
  });

  it('finds nothing that would stop the shipped flow from being published', () => {
    const { stdout, status } = earshot('check', 'mention-care', '--json');
    expect(
      JSON.parse(stdout).issues.filter((issue: { severity: string }) => issue.severity === 'error'),
    ).toEqual([]);
    expect(status).toBe(0);
  });

  it('names what is wrong with a flow', () => {
    const { stdout, status } = earshot('check', file('broken.json', { ...nap, edges: nap.edges.slice(1) }));
    expect(status).toBe(1);
    expect(stdout).toMatch(/^error: /m);
  });

  it('refuses a flow of a newer schema with its number', () => {
    const { stderr, status } = earshot('check', file('newer.json', { ...nap, schema: FLOW_SCHEMA + 41 }));
    expect(status).toBe(1);
    expect(stderr).toContain(`schema ${FLOW_SCHEMA + 41}`);
  });

  it('refuses files that are none, in one sentence', () => {
    for (const args of [
      ['check', 'nowhere.json'],
      ['simulate', 'mention-care', '--scenario', 'nowhere.json'],
      ['import', 'nowhere.csv', '--format', 'csv', '--channel', 'c'],
    ]) {
      const { stderr, status } = earshot(...args);
      expect(status).toBe(1);
      expect(stderr).toMatch(/^nowhere\.\w+ cannot be read \(.+\): .+\.\n$/);
    }
  });
});

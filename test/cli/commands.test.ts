import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { FLOW_SCHEMA } from '../../definitions/flow/flow.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import { projectRoot } from '../../engine/local/project-root.ts';
import { earshotIn } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'earshot-commands-'));

const home = join(folder, 'home');
const earshot = earshotIn(folder, { EARSHOT_URL: undefined, EARSHOT_TOKEN: undefined, EARSHOT_HOME: home });
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
  it('says what it can do', async () => {
    const { stdout, status } = await earshot('--help');
    expect(status).toBe(0);
    for (const command of ['status', 'link', 'import', 'check', 'convert', 'decide', 'cover', 'simulate'])
      expect(stdout).toContain(command);
  });

  it('says in one sentence that nothing runs', async () => {
    for (const command of ['link', 'status']) {
      const { stderr, status } = await earshot(command);
      expect({ stderr, status }).toEqual({
        stderr: `No Earshot runs on ${home}: start it with \`npm start\`.\n`,
        status: 1,
      });
    }
  });

  it('takes a flow through three days at once, and says how it came out', async () => {
    const flow = file('nap.json', nap);
    const expecting = {
      status: 'ended',
      outcome: 'rested',
      virtualTime: 'P3D',
      pathIncludes: ['start', 'wait', 'end'],
    };
    const { stdout, status } = await earshot(
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
    const covered = await earshot('simulate', flow, '--scenario', file('story.json', story), '--coverage');
    expect(covered.stdout).toContain('3 of 3 steps and 2 of 2 arrows are passed.');
    const otherwise = await earshot(
      'simulate',
      flow,
      '--scenario',
      file('other.json', { ...story, expect: { outcome: 'tired' } }),
    );
    expect(otherwise.status).toBe(1);
    expect(otherwise.stdout).toContain('otherwise: outcome should be "tired", is "rested"');
  });

  it('finds nothing that would stop the shipped flow from being published', async () => {
    const { stdout, status } = await earshot('check', 'mention-care', '--json');
    expect(
      JSON.parse(stdout).issues.filter((issue: { severity: string }) => issue.severity === 'error'),
    ).toEqual([]);
    expect(JSON.parse(stdout).analyses).toHaveLength(Object.keys(mentionCare().tables).length);
    expect(status).toBe(0);
  });

  it('finds a row of a flow’s table that never decides, and names the step that decides by it', async () => {
    const copy = join(folder, 'copy');
    cpSync(join(projectRoot, 'definitions/library/mention-care'), copy, { recursive: true });
    const urgency = join(copy, 'tables/urgency.table.json');
    const table: DecisionTable = JSON.parse(readFileSync(urgency, 'utf8'));
    const [first] = table.rows;
    const again = { ...first, id: 'again', annotation: 'the same as row 1' };
    writeFileSync(urgency, JSON.stringify({ ...table, rows: [...table.rows, again] }));
    const { stdout, status } = await earshot('check', copy);
    expect(stdout).toMatch(
      new RegExp(
        `^warning: Row ${table.rows.length + 1} never decides: row 1 decides before it.* of Urgency, team, “How urgent.”`,
        'm',
      ),
    );
    expect(stdout).not.toContain('nothing is wrong');
    expect(stdout).toMatch(/^Tables: all \d+ were searched to the end/m);
    expect(status).toBe(0);
    writeFileSync(urgency, JSON.stringify({ ...table, hitPolicy: 'unique', rows: [...table.rows, again] }));
    expect(await earshot('check', copy)).toMatchObject({ status: 1 });
  });

  it('names what is wrong with a flow', async () => {
    const { stdout, status } = await earshot(
      'check',
      file('broken.json', { ...nap, edges: nap.edges.slice(1) }),
    );
    expect(status).toBe(1);
    expect(stdout).toMatch(/^error: /m);
  });

  it('takes a flow with all that belongs to it from one file, as the pages export it', async () => {
    const whole = { earshot: 'flow', version: 1 };
    expect(await earshot('check', file('whole.flow.json', { ...whole, flow: nap }))).toMatchObject({
      status: 0,
    });
    const newer = await earshot('check', file('newer.flow.json', { ...whole, version: 8 }));
    expect(newer.status).toBe(1);
    expect(newer.stderr).toContain('This file is of version 8');
  });

  it('refuses a flow of a newer schema with its number', async () => {
    const { stderr, status } = await earshot(
      'check',
      file('newer.json', { ...nap, schema: FLOW_SCHEMA + 41 }),
    );
    expect(status).toBe(1);
    expect(stderr).toContain(`schema ${FLOW_SCHEMA + 41}`);
  });

  it('refuses files that are none, in one sentence', async () => {
    for (const args of [
      ['check', 'nowhere.json'],
      ['simulate', 'mention-care', '--scenario', 'nowhere.json'],
      ['import', 'nowhere.csv', '--format', 'csv', '--channel', 'c'],
    ]) {
      const { stderr, status } = await earshot(...args);
      expect(status).toBe(1);
      expect(stderr).toMatch(/^nowhere\.\w+ cannot be read \(.+\): .+\.\n$/);
    }
  });
});

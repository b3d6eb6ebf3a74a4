import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { earshotIn } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'earshot-decide-'));

const earshot = earshotIn(folder);
const decide = (...words: readonly string[]) => earshot('decide', ...words);

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const definitions = (name: string, content: string): string =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="${name}" name="${name}" namespace="urn:${name}">${content}</definitions>`;

const calendar = file(
  'calendar.dmn',
  definitions(
    'calendar',
    `<inputData id="due" name="due"><variable name="due" typeRef="date and time"/></inputData>
     <decision id="late" name="is late"><variable name="is late" typeRef="boolean"/>
       <informationRequirement><requiredInput href="#due"/></informationRequirement>
       <literalExpression><text>now() &gt; due</text></literalExpression>
     </decision>`,
  ),
);
const answer = file(
  'answer.dmn',
  definitions(
    'answer',
    `<import name="calendar" namespace="urn:calendar" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
     <decision id="remedy" name="remedy">
       <informationRequirement><requiredDecision href="urn:calendar#late"/></informationRequirement>
       <literalExpression><text>if calendar.is late then 20 else 0</text></literalExpression>
     </decision>
     <decision id="broken" name="broken"><literalExpression><text>1 + dew</text></literalExpression></decision>`,
  ),
);
const due = file('due.json', '{"due": "2026-03-01T09:00:00Z"}');
const none = file('none.json', '{}');

describe('earshot decide', () => {
  it('takes a decision, with what it imports from beside it', async () => {
    const { stdout, stderr, status } = await decide(
      answer,
      ...['--decision', 'remedy', '--input', due, '--at', '2026-03-01T09:00:01Z', '--json'],
    );
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(JSON.parse(stdout)).toEqual({ decision: 'remedy', value: 20, problems: [], warnings: [] });
    const before = await decide(
      answer,
      ...['--decision', 'remedy', '--input', due, '--at', '2026-03-01T08:00:00Z'],
    );
    expect(before).toEqual({ stdout: 'remedy: 0\n', stderr: '', status: 0 });
  });

  it('tells what is wrong where it bears on the decision', async () => {
    const { stdout, status } = await decide(answer, '--decision', 'broken', '--input', none);
    expect(status).toBe(1);
    expect(stdout).toContain('broken: null\nerror in “broken”: There is no variable “dew”.');
  });

  it.each([
    [
      [answer, '--decision', 'remedi', '--input', none],
      /^answer\.dmn has no decision “remedi”: did you mean “remedy”\.\n$/,
    ],
    [
      [calendar, '--decision', 'is late', '--input', file('d.json', '{"dues": 1}')],
      /^The decision takes no “dues”: did you mean “due”\.\n$/,
    ],
    [[calendar, '--decision', 'is late', '--input', file('list.json', '[]')], /holds no inputs by name/],
    [
      ['nowhere.dmn', '--decision', 'x', '--input', none],
      /^nowhere\.dmn cannot be read \(.+\): name a DMN file\.\n$/,
    ],
    [
      [due, '--input', none],
      /^due\.json holds no table that can be used \(.+\): see what is wrong with `earshot check due\.json`\.\n$/,
    ],
    [
      [file('due.txt', '{}'), '--decision', 'x', '--input', none],
      /^due\.txt is no decision model \(.+\): correct it\.\n$/,
    ],
    [
      [answer, '--input', none],
      /^answer\.dmn may hold several decisions: name one with --decision: “remedy”, “broken”\.\n$/,
    ],
    [[calendar, '--decision', 'is late', '--input', due, '--at', 'noon'], /^“noon” is no instant: /],
  ])('refuses %j in one sentence', async (args, why) => {
    const { stderr, status } = await decide(...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(why);
  });
});

import { describe, expect, it } from 'vitest';
import type { Environment } from '../../definitions/check/environment.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import {
  at,
  contract,
  found,
  issuesOf,
  line,
  node,
  NOTE,
  fork,
  NUMBER,
  STRING,
  task,
  variable,
} from './drawing.ts';
import { putRight } from './put-right.ts';

const decide = (expression: string, result = 'answer') =>
  node('businessRuleTask', 'decide', { decision: { expression }, result });

describe('decisions', () => {
  const table: DecisionTable = {
    id: 'urgency',
    name: 'Urgency',
    hitPolicy: 'first',
    inputs: [{ id: 'i1', name: 'tenure', type: NUMBER }],
    outputs: [{ id: 'o1', name: 'urgency', type: STRING, default: '"low"' }],
    rows: [{ id: 'r1', when: ['> 3'], then: ['"high"'] }],
  };
  const environment: Environment = { ...NOTE, tables: { urgency: table } };
  const decides = (more: Partial<DecisionTable>, input?: Readonly<Record<string, string>>) =>
    found(
      line(
        [
          node('businessRuleTask', 'd', {
            decision: { table: 'urgency', ...(input === undefined ? {} : { input }) },
            result: 'answer',
          }),
        ],
        [variable('tenure', NUMBER), variable('answer', STRING)],
      ),
      { ...environment, tables: { urgency: { ...table, ...more } } },
    );

  it('put their value into a variable of its type', () => {
    expect(
      found(
        line([decide('tenure > 3')], [variable('tenure', NUMBER), variable('answer', { type: 'boolean' })]),
      ),
    ).toEqual([]);
    expect(found(line([decide('1 + 1')], [variable('answer', { type: 'boolean' })]))).toEqual([
      'type mismatch @ decide /result',
    ]);
    expect(found(line([decide('1 + 1', 'anwser')], [variable('answer', NUMBER)]))).toEqual([
      'unknown variable @ decide /result',
    ]);
  });

  it('may ask a table', () => {
    expect(decides({})).toEqual([]);
    expect(decides({}, { tenure: '4' })).toEqual([]);
  });

  it('must ask one that exists', () => {
    const asks = node('businessRuleTask', 'd', { decision: { table: 'urgencies' }, result: 'answer' });
    const [issue] = issuesOf(line([asks], [variable('answer', STRING)]), environment);
    expect(issue).toMatchObject({ code: 'unknown table', fix: { changes: [{ value: 'urgency' }] } });
  });

  it('say where in a table something is wrong', () => {
    expect(decides({ rows: [{ id: 'r1', when: ['> "x"'], then: ['"high"'] }] })).toEqual([
      'type mismatch @ d r1 i1',
    ]);
    expect(decides({ rows: [{ id: 'r1', when: ['> 3'], then: ['"high'] }] })).toEqual([
      'bad table @ d r1 o1',
    ]);
  });

  it('call what is not there a value, and the one that was probably meant', () => {
    const flow = line(
      [node('businessRuleTask', 'd', { decision: { table: 'urgency' }, result: 'answer' })],
      [variable('tenure', NUMBER), variable('answer', STRING)],
    );
    const rows = [{ id: 'r1', when: ['> tenuer'], then: ['"high"'] }];
    const [issue] = issuesOf(flow, { ...NOTE, tables: { urgency: { ...table, rows } } });
    expect(issue?.message).toBe(
      'The table “Urgency”, row 1: There is no value “tenuer”. Did you mean “tenure”?',
    );
  });

  describe('that require others', () => {
    const level: DecisionTable = {
      id: 'level',
      name: 'Level',
      hitPolicy: 'first',
      inputs: [{ id: 'l1', name: 'tenure', type: NUMBER }],
      outputs: [{ id: 'l2', name: 'level', type: STRING }],
      rows: [{ id: 'l3', when: ['> 3'], then: ['"long"'] }],
    };
    const goesBy: DecisionTable = {
      ...table,
      requires: { 'how long': 'level' },
      inputs: [{ id: 'i1', name: 'how long', type: STRING }],
      rows: [{ id: 'r1', when: ['"long"'], then: ['"high"'] }],
    };
    const issues = (tables: Environment['tables']) =>
      issuesOf(
        line(
          [node('businessRuleTask', 'd', { decision: { table: 'urgency' }, result: 'answer' })],
          [variable('tenure', NUMBER), variable('answer', STRING)],
        ),
        { ...NOTE, tables },
      );

    it('see what those come to by its type', () => {
      expect(issues({ urgency: goesBy, level })).toEqual([]);
      const asNumber = {
        ...goesBy,
        inputs: [{ id: 'i1', name: 'long', expression: 'how long * 2', type: NUMBER }],
      };
      expect(issues({ urgency: asNumber, level })).toContainEqual(
        expect.objectContaining({
          code: 'type mismatch',
          place: expect.objectContaining({ table: 'urgency', column: 'i1' }) as object,
        }),
      );
    });

    it('are looked over with them', () => {
      const wrong = { ...level, rows: [{ id: 'l3', when: ['> "x"'], then: ['"long"'] }] };
      expect(issues({ urgency: goesBy, level: wrong })).toMatchObject([
        { code: 'type mismatch', place: { node: 'd', table: 'level', row: 'l3', column: 'l1' } },
      ]);
    });

    it('want them to be there, and not to wait for each other', () => {
      expect(issues({ urgency: goesBy })).toMatchObject([
        {
          code: 'unknown table',
          place: { table: 'urgency', field: '/requires/how long' },
          message: 'The table “Urgency” goes by a table for “how long” that does not exist any more.',
        },
      ]);
      const back = { ...level, requires: { tenure: 'urgency' } };
      expect(issues({ urgency: goesBy, level: back })[0]).toMatchObject({
        code: 'circular decisions',
        severity: 'error',
        place: { table: 'level', field: '/requires/tenure' },
      });
    });

    it('are told of one that nothing in them goes by', () => {
      expect(issues({ urgency: { ...table, requires: { 'how long': 'level' } }, level })).toMatchObject([
        { code: 'required in vain', severity: 'warning', place: { table: 'urgency' } },
      ]);
    });
  });

  it('want as many cells in each row as there are columns', () => {
    expect(decides({ rows: [{ id: 'r1', when: [], then: ['"high"'] }] })).toContain('bad table @ d r1');
  });

  it('are told of an input that the table does not have', () => {
    expect(decides({}, { tenrue: '4' })).toEqual(['unknown input @ d /decision/input/tenrue']);
  });

  it('must not ask how many people somebody reaches', () => {
    const followers = variable('followers count', NUMBER);
    expect(found(fork('followers count > 1000', [followers]))).toEqual([
      'reach in a rule @ b /branches/0/condition',
    ]);
    expect(
      at('reach in a rule', fork('profile.followersCount > 3', [variable('profile', { type: 'any' })])),
    ).toEqual(['b']);
    expect(found(fork('said = "followers count"', [variable('said', STRING)]))).toEqual([]);
    const audience = {
      ...table,
      inputs: [{ id: 'i1', name: 'tenure', expression: 'audience size', type: NUMBER }],
    };
    expect(decides(audience)).toContain('reach in a rule @ d i1');
    const answers = 'if followers > 1000 then "high" else "low"';
    expect(decides({ rows: [{ id: 'r1', when: ['-'], then: [answers] }] })).toContain(
      'reach in a rule @ d r1 o1',
    );
    expect(decides({ rows: [{ id: 'r1', when: ['-'], then: ['"followers"'] }] })).toEqual([]);
  });

  it('lose how many people somebody reaches by a fix where they can do without', () => {
    const followers = variable('followers', NUMBER);
    const ask = node('userTask', 'ask', {
      form: [],
      assignment: {},
      priority: 'followers',
      show: { Heard: 'followers' },
    });
    const flow = line([ask], [followers]);
    const [first, ...others] = issuesOf(flow).filter(({ code }) => code === 'reach in a rule');
    expect([first, ...others].map((issue) => issue?.fix?.changes)).toEqual([
      [{ do: 'unset', node: 'ask', field: '/priority' }],
      [{ do: 'unset', node: 'ask', field: '/show/Heard' }],
    ]);
    expect(at('reach in a rule', putRight(flow, first))).toEqual(['ask']);
    const tell = task('tell', { input: { must: 'followers', may: 'followers' } });
    const input = { type: 'object', properties: { must: {}, may: {} }, required: ['must'] };
    const given = issuesOf(line([tell], [followers]), {
      ...NOTE,
      activities: { note: contract('note', { input }) },
    });
    expect(given.map(({ code, place, fix }) => [code, place.field, fix?.title])).toEqual([
      ['reach in a rule', '/input/must', undefined],
      ['reach in a rule', '/input/may', 'Leave it out'],
    ]);
  });
});

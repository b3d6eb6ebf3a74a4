import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { contentOf } from '../../../definitions/flow/draft.ts';
import type { JsonObject } from '../../../definitions/flow/json.ts';
import { JsonObjectSchema } from '../../../definitions/flow/json.schema.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import { feelText, textOfFeel } from '../../../editor/designer/inspector/feel-literal.ts';
import { membersIn, schemaWithInputs } from '../../../editor/designer/inspector/form-schema.ts';
import { uiOfKind } from '../../../editor/designer/inspector/form-ui.ts';
import { isObject } from '../../../editor/designer/inspector/json-change.ts';
import { knownInputs, spoken } from '../../../editor/designer/inspector/known-inputs.ts';
import { published } from '../../library/published.ts';

const content: DraftContent = contentOf(published().revision);

/** An activity that no page has ever heard of. */
const outageMap: ActivityContract = {
  name: 'outageMap',
  title: 'Outage map',
  description: 'Looks whether an outage is known where they live.',
  input: JsonObjectSchema.parse(
    JSON.parse(
      JSON.stringify(
        z.toJSONSchema(
          z.strictObject({
            region: z.string().describe('As the network names it'),
            detail: z.enum(['street', 'town']).meta({ title: 'How close' }),
            onlyOpen: z.boolean().nullish(),
            withinHours: z.number(),
            since: z.iso.datetime().nullish(),
          }),
        ),
      ),
    ),
  ),
  output: {},
  effect: 'none',
  errors: ['no map'],
  retry: { maximumAttempts: 1, initialIntervalMs: 1, backoffCoefficient: 1, maximumIntervalMs: 1 },
  limits: { startToCloseMs: 1, scheduleToCloseMs: 1 },
};

const step = (own: JsonObject): FlowNode =>
  JSON.parse(
    JSON.stringify({ id: 's', kind: 'serviceTask', name: 'S', position: { x: 0, y: 0 }, input: {}, ...own }),
  );

describe('what an activity is given', () => {
  const known = knownInputs(step({ activity: 'outageMap' }), content, [outageMap]);

  it('is asked for by its contract alone', () => {
    expect(known).toEqual({
      inputs: [
        {
          name: 'region',
          title: 'Region',
          help: 'As the network names it',
          isNeeded: true,
          type: { type: 'string' },
        },
        {
          name: 'detail',
          title: 'How close',
          isNeeded: true,
          type: { type: 'string', allowed: ['street', 'town'] },
        },
        { name: 'onlyOpen', title: 'Only open', isNeeded: false, type: { type: 'boolean' } },
        { name: 'withinHours', title: 'Within hours', isNeeded: true, type: { type: 'number' } },
        { name: 'since', title: 'Since', isNeeded: false, type: { type: 'date and time' } },
      ],
      takesOthers: false,
    });
  });

  it('is a field for each, an expression as the schema of the node has it, in the words of the contract', () => {
    const schema = schemaWithInputs('serviceTask', known);
    const input = membersIn(schema)['input'];
    const fields = isObject(input) ? membersIn(input) : {};
    expect(Object.keys(fields)).toEqual(['region', 'detail', 'onlyOpen', 'withinHours', 'since']);
    for (const field of Object.values(fields))
      expect(field).toMatchObject({ type: 'string', format: 'feel' });
    const ui: unknown = uiOfKind('serviceTask', schema)['input'];
    expect(ui).toMatchObject({
      region: { 'ui:title': 'Region', 'ui:help': 'As the network names it' },
      detail: { 'ui:title': 'How close' },
    });
  });

  it('is not known of one that nobody knows', () => {
    expect(knownInputs(step({ activity: 'constructor' }), content, [outageMap])).toBeNull();
  });
});

describe('what a called flow and a table are given', () => {
  it('is what the flow declares as input', () => {
    const known = knownInputs(
      step({ kind: 'callActivity', flow: 'mention-care-ask', output: {} }),
      content,
      [],
    );
    expect(known?.inputs.map(({ name, isNeeded, type }) => [name, isNeeded, type.type])).toEqual([
      ['language', true, 'string'],
    ]);
    expect(known?.takesOthers).toBe(false);
  });

  it('is what the columns of the table are called, none of them needed', () => {
    const decide = step({ kind: 'businessRuleTask', decision: { table: 'own-error' }, result: 'own error' });
    const known = knownInputs(decide, content, []);
    expect(known?.inputs.map(({ name }) => name)).toEqual(
      content.tables['own-error']?.inputs.map(({ name }) => name),
    );
    expect(known?.inputs.some(({ isNeeded }) => isNeeded)).toBe(false);
    const decision = membersIn(schemaWithInputs('businessRuleTask', known))['decision'];
    expect(JSON.stringify(decision)).toContain('"missed visit"');
  });

  it('is not known of a table that the draft does not hold', () => {
    const decide = step({ kind: 'businessRuleTask', decision: { table: 'gone' }, result: 'x' });
    expect(knownInputs(decide, content, [])).toBeNull();
  });
});

describe('a name and a value', () => {
  it.each([
    ['recordedAt', 'Recorded at'],
    ['missed visit', 'Missed visit'],
    ['crm_customer-id', 'Crm customer id'],
    ['URL', 'URL'],
    ['', ''],
  ])('%s is said as “%s”', (name, said) => {
    expect(spoken(name)).toBe(said);
  });

  it.each(['here', 'a "quoted" one', 'back\\slash', 'two\nlines'])(
    '%j is written as FEEL reads it',
    (text) => {
      expect(textOfFeel(feelText(text))).toBe(text);
    },
  );

  it.each(['"a" + "b"', 'x', '', '"open', '"a" = "b"'])('%s is more than a text', (source) => {
    expect(textOfFeel(source)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../definitions/check/check-draft.ts';
import { usesIn, usesOf } from '../../definitions/check/variable-uses.ts';
import { canonicalJson } from '../../definitions/flow/canonical.ts';
import { contentOf, type DraftContent } from '../../definitions/flow/draft.ts';
import type { Variable } from '../../definitions/flow/flow.ts';
import { addVariable } from '../../editor/designer/commands/add-variable.ts';
import { changeStepAndDeclare } from '../../editor/designer/commands/change-and-declare.ts';
import {
  callVariable,
  removeVariable,
  retypeVariable,
} from '../../editor/designer/commands/change-variables.ts';
import { refusalOfNew } from '../../editor/designer/commands/new-name.ts';
import { did, undone } from '../../editor/designer/session/acts.ts';
import { begun } from '../../editor/designer/session/state.ts';
import { shippedActivities } from '../../workers/activities/shipped.ts';
import { careRevision } from '../store/care-revision.ts';

const CARE = contentOf(careRevision());
const ROOT = CARE.flow.id;
const activities = Object.fromEntries(shippedActivities.map(({ contract }) => [contract.name, contract]));

const variableOf = (content: DraftContent, name: string) =>
  content.flow.variables.find((one) => one.name === name);

describe('a step whose result goes into a new value', () => {
  const decides = CARE.flow.nodes.find(({ kind }) => kind === 'businessRuleTask');
  if (decides?.kind !== 'businessRuleTask') throw new Error('The flow that ships decides.');
  const works = CARE.flow.nodes.find((node) => node.kind === 'serviceTask' && node.result !== undefined);
  if (works?.kind !== 'serviceTask' || works.result === undefined) throw new Error('It works, too.');

  it('declares it to hold what the step yields, so that nothing is wrong with it', () => {
    const contract = activities[works.activity];
    if (contract === undefined) throw new Error('What it does is offered.');
    const output = { type: 'object', properties: { known: { type: 'boolean' } } };
    const offered = { ...activities, [works.activity]: { ...contract, output } };
    const declared = (step: typeof decides | typeof works): Variable['type'] | undefined => {
      const after = changeStepAndDeclare(ROOT, { ...step, result: 'zq fresh' }, offered)(CARE);
      const ofStep = checkDraft(after, offered).filter(({ place }) => place.node === step.id);
      expect(ofStep.filter(({ code }) => code === 'unknown variable' || code === 'type mismatch')).toEqual(
        [],
      );
      return variableOf(after, 'zq fresh')?.type;
    };
    expect(declared(works)).toEqual({ type: 'context', fields: { known: { type: 'boolean' } } });
    expect(declared(decides)?.type).toBe(variableOf(CARE, decides.result)?.type.type);
  });

  it('is one act: taking it back takes the value back, too', () => {
    const after = changeStepAndDeclare(ROOT, { ...works, result: 'zq fresh' }, activities)(CARE);
    const session = did(begun(1, CARE), { id: 'e1', label: 'x', after });
    expect(variableOf(session.content, 'zq fresh')).toBeDefined();
    const back = undone(session, 'e2', (of) => `Undo: ${of}`);
    expect(canonicalJson(back.session.content)).toBe(canonicalJson(CARE));
  });

  it('declares nothing that it wrote into before, nothing there is, and nothing that no rule could name', () => {
    const names = (content: DraftContent) => content.flow.variables.map(({ name }) => name);
    const same = changeStepAndDeclare(ROOT, { ...works, name: 'Called otherwise' }, activities)(CARE);
    expect(names(same)).toEqual(names(CARE));
    const other = changeStepAndDeclare(ROOT, { ...works, result: 'facts' }, activities)(CARE);
    expect(names(other)).toEqual(names(CARE));
    const unsaid = changeStepAndDeclare(ROOT, { ...works, result: '7 days' }, activities)(CARE);
    expect(names(unsaid)).toEqual(names(CARE));
    const wrong = removeVariable(ROOT, works.result ?? '')(CARE);
    const renamed = changeStepAndDeclare(ROOT, { ...works, name: 'Called otherwise' }, activities)(wrong);
    expect(names(renamed)).toEqual(names(wrong));
  });
});

describe('the values of a flow', () => {
  it('are declared, hold something else, and go', () => {
    const added = addVariable(ROOT, { name: 'zq fresh', type: { type: 'number' }, initial: 3 })(CARE);
    expect(variableOf(added, 'zq fresh')).toEqual({ name: 'zq fresh', type: { type: 'number' }, initial: 3 });
    const kept = retypeVariable(ROOT, 'zq fresh', { type: 'any' })(added);
    expect(variableOf(kept, 'zq fresh')).toEqual({ name: 'zq fresh', type: { type: 'any' }, initial: 3 });
    const text = retypeVariable(ROOT, 'zq fresh', { type: 'string' })(added);
    expect(variableOf(text, 'zq fresh')).toEqual({ name: 'zq fresh', type: { type: 'string' } });
    expect(canonicalJson(removeVariable(ROOT, 'zq fresh')(text))).toBe(canonicalJson(CARE));
  });

  it('are not called what a rule could not say, nor as another is', () => {
    expect(refusalOfNew(CARE.flow, '7 days')).toBe('no name');
    expect(refusalOfNew(CARE.flow, 'Facts')).toBe('taken');
    expect(refusalOfNew(CARE.flow, 'zq fresh')).toBeUndefined();
    const told: (string | undefined)[] = [];
    const tell = callVariable(ROOT, 'worth', 'facts', ({ refused }) => told.push(refused?.code));
    expect(tell(CARE)).toBe(CARE);
    expect(told).toEqual(['taken']);
  });

  it('are used in the same places, asked one by one or together', () => {
    const together = usesIn(CARE, ROOT);
    for (const { name } of CARE.flow.variables.slice(0, 8))
      expect(together(name)).toEqual(usesOf(CARE, ROOT, name));
    expect(together('no such value')).toEqual({ uses: [], doubtful: [], stories: [] });
  });
});

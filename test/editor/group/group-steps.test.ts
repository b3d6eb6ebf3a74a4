import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../definitions/check/check-draft.ts';
import { applied } from '../../../definitions/edit/applied.ts';
import { inverse } from '../../../definitions/edit/change.ts';
import { difference } from '../../../definitions/edit/difference.ts';
import { canonicalJson } from '../../../definitions/flow/canonical.ts';
import { isNameFree } from '../../../editor/designer/commands/group/group-steps.ts';
import { node } from '../../interpreter/drawing.ts';
import { callIn, care, errorsIn, group, grouped, shipped } from './drafts.ts';

describe('steps that become a flow', () => {
  const after = group(care, ['urgency-team', 'give-owner'], 'Who and when');
  const called = grouped(after, 'Who and when');
  const call = callIn(after, called);

  it('stand between a Start and an End of their own, and one step that calls them stands in their place', () => {
    expect(called.id).toBe('mention-care-who-and-when');
    expect(called.nodes.map(({ kind, name }) => [kind, name])).toEqual([
      ['startEvent', 'Begin'],
      ['callActivity', 'Urgency, team'],
      ['serviceTask', 'Give it an owner'],
      ['endEvent', 'Done'],
    ]);
    const to = (from: string) =>
      after.flow.edges.filter((one) => one.from.node === from).map((one) => one.to);
    expect(to('is-it-praise')).toContain(call.id);
    expect(to('reopen')).toEqual([call.id]);
    expect(to(call.id)).toEqual(['answer']);
    expect(call).toMatchObject({ name: 'Who and when', lane: 'assign', position: { x: 84, y: 416 } });
    const ids = new Set(after.flow.nodes.map(({ id }) => id));
    expect(ids.has('urgency-team') || ids.has('give-owner')).toBe(false);
    expect(after.flow.edges.every(({ from, to: end }) => ids.has(from.node) && ids.has(end))).toBe(true);
  });

  it('are given what they read first, and give back what others read after they set it', () => {
    const read = ['customer', 'facts', 'happy', 'own error', 'reopened', 'unhappy'];
    expect(Object.keys(call.input)).toEqual(expect.arrayContaining(read));
    expect(Object.keys(call.input)).not.toContain('owner');
    expect(Object.keys(call.output).sort()).toEqual(['due', 'due at', 'owner', 'priority', 'remedy']);
    expect(
      called.variables
        .filter(({ output }) => output === true)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(call.output).sort());
    const names = after.flow.variables.map(({ name }) => name);
    expect(names).not.toContain('skill');
    expect(called.variables.map(({ name }) => name)).toContain('skill');
  });

  it('are as right as they were', () => {
    expect(errorsIn(care)).toEqual([]);
    expect(checkDraft(after, shipped.activities)).toEqual([]);
  });

  it('are one edit: what takes it back leaves nothing of it', () => {
    const done = applied(care, difference(care, after));
    if ('problem' in done) throw new Error(done.problem.code);
    expect(canonicalJson(done.content)).toBe(canonicalJson(after));
    const back = applied(done.content, inverse(done.made));
    if ('problem' in back) throw new Error(back.problem.code);
    expect(canonicalJson(back.content)).toBe(canonicalJson(care));
  });

  it('keep their bands where they stand in several, and their notes', () => {
    const note = {
      ...node('textAnnotation', 'note', { text: 'Why' }),
      position: { x: 84, y: 208 },
      lane: 'know',
    };
    const noted = { ...care, flow: { ...care.flow, nodes: [...care.flow.nodes, note] } };
    const several = grouped(group(noted, ['look-up', 'who-is-it', 'our-error', 'what-broke', 'note']));
    expect(several.lanes.map(({ id }) => id)).toEqual(['know', 'decide']);
    expect(several.nodes.map(({ lane }) => lane)).not.toContain(undefined);
    expect(several.nodes.map(({ id }) => id)).toContain('note');
    expect(called.lanes).toEqual([]);
  });

  it('are followed by what stories say of them by the id of their flow', () => {
    const story = {
      name: 'Told',
      start: '2026-03-02T09:00:00Z',
      variables: {},
      activities: {
        [`${care.flow.id}/give-owner`]: [{ output: {} }],
        [`${care.flow.id}/look-up`]: [{ output: {} }],
        assignOwner: [{ output: {} }],
      },
    };
    const other = { ...story, activities: {} };
    const told = group({ ...care, scenarios: { story, other } }, ['urgency-team', 'give-owner']);
    const { id } = grouped(told);
    expect(Object.keys(told.scenarios['story']?.activities ?? {})).toEqual([
      `${id}/give-owner`,
      `${care.flow.id}/look-up`,
      'assignOwner',
    ]);
    expect(told.scenarios['other']).toBe(other);
  });

  it('have a name that no other flow of the draft has', () => {
    expect(isNameFree(care, 'Who and when')).toBe(true);
    for (const name of ['', '  ', 'Thank them', ' thank  THEM', care.flow.name])
      expect([name, isNameFree(care, name)]).toEqual([name, false]);
    expect(group(care, ['urgency-team', 'give-owner'], 'Thank them')).toBe(care);
  });
});

import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../definitions/check/check-draft.ts';
import { applied } from '../../definitions/edit/applied.ts';
import { inverse } from '../../definitions/edit/change.ts';
import { difference } from '../../definitions/edit/difference.ts';
import { canonicalJson } from '../../definitions/flow/canonical.ts';
import { contentOf, type DraftContent } from '../../definitions/flow/draft.ts';
import { flowIn } from '../../definitions/flow/drawn.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import type { TaskExtras } from '../../definitions/flow/task.ts';
import { groupingOf, groupSteps, isNameFree } from '../../editor/designer/commands/group/group-steps.ts';
import {
  activity,
  ask,
  branch,
  decide,
  edges,
  end,
  flow,
  LOOK,
  node,
  parallel,
  revision,
  start,
  wait,
} from '../interpreter/drawing.ts';
import { published } from '../library/published.ts';

const shipped = published().revision;
const care = contentOf(shipped);

function draft(
  variables: Parameters<typeof flow>[1],
  nodes: readonly FlowNode[],
  ...ways: readonly string[]
): DraftContent {
  return contentOf(revision(flow('root', variables, [start(), ...nodes, end()], edges(...ways))));
}
let made = 0;
const group = (content: DraftContent, steps: readonly string[], name = 'Group'): DraftContent =>
  groupSteps(content.flow.id, steps, { name, newId: () => `new-${(made += 1)}` })(content);
const grouped = (content: DraftContent, name = 'Group'): Flow => {
  const found = Object.values(content.called).find((one) => one.name === name);
  if (found === undefined) throw new Error('No flow was made.');
  return found;
};
const callIn = (content: DraftContent, called: Flow) => {
  const call = content.flow.nodes.find((one) => one.kind === 'callActivity' && one.flow === called.id);
  if (call?.kind !== 'callActivity') throw new Error('Nothing calls it.');
  return call;
};
const errorsIn = (content: DraftContent, activities = shipped.activities) =>
  checkDraft(content, activities).filter(({ severity }) => severity === 'error');
const whyNot = (content: DraftContent, ...steps: string[]) => {
  const grouping = groupingOf(content, content.flow.id, steps);
  return 'no' in grouping ? grouping.no : null;
};

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

describe('a value of steps that become a flow', () => {
  it('is given to them and comes back where only one of their ways sets it', () => {
    const content = draft(
      { mood: { type: { type: 'string' }, initial: 'calm' }, loud: 'boolean' },
      [
        branch('loud', { yes: 'loud = true' }, 'no'),
        decide('shout', '"angry"', 'mood'),
        wait('calm down', 'PT1H'),
        decide('use', 'mood', 'mood'),
      ],
      'start > loud:yes > shout > calm down > use > end',
      'loud:no > calm down',
    );
    const call = callIn(
      group(content, ['loud', 'shout', 'calm down']),
      grouped(group(content, ['loud', 'shout', 'calm down'])),
    );
    expect(call).toMatchObject({ input: { mood: 'mood', loud: 'loud' }, output: { mood: 'mood' } });
  });

  it('comes back where nobody else reads it but they do so first when they come round again', () => {
    const content = draft(
      { times: { type: { type: 'number' }, initial: 0 }, more: 'boolean' },
      [
        decide('count', 'times + 1', 'times'),
        branch('which', { often: 'times > 3' }, 'seldom'),
        wait('a', 'PT1H'),
        wait('b', 'PT2H'),
        branch('again', { yes: 'more = true' }, 'no'),
      ],
      'start > count > which:often > a > again:yes > count',
      'which:seldom > b > again:no > end',
    );
    const after = group(content, ['count', 'which', 'a', 'b']);
    const call = callIn(after, grouped(after));
    expect(call).toMatchObject({ input: { times: 'times' }, output: { times: 'times' } });
    expect(after.flow.variables.map(({ name }) => name)).toContain('times');
  });

  it('leaves with them where they alone use it, and need not be given where they set it first', () => {
    const content = draft(
      { found: 'any', note: 'string', kept: { type: { type: 'string' }, output: true } },
      [
        activity('look', { result: 'found' }),
        decide('write', 'string(found)', 'note'),
        decide('keep', 'note', 'kept'),
      ],
      'start > look > write > keep > end',
    );
    const after = group(content, ['look', 'write', 'keep']);
    const call = callIn(after, grouped(after));
    expect(call).toMatchObject({ input: {}, output: { kept: 'kept' } });
    expect(after.flow.variables.map(({ name }) => name)).toEqual(['kept']);
    expect(errorsIn(after, { look: LOOK })).toEqual([]);
  });

  it('is set by the way that has it: what a failure brings is not there after the usual way', () => {
    const failed = { id: 'failed', name: 'failed', kind: 'error', result: 'why' } as const;
    const boundary: TaskExtras['boundary'] = [failed];
    const content = draft(
      { why: 'any', told: 'any' },
      [
        activity('look', { boundary }),
        activity('tell'),
        decide('read', 'why', 'told'),
        decide('use', 'why', 'told'),
      ],
      'start > look > tell > read > use > end',
      'look:failed > tell',
    );
    const after = group(content, ['look', 'tell', 'read']);
    expect(callIn(after, grouped(after))).toMatchObject({ input: { why: 'why' }, output: { why: 'why' } });
  });
});

describe('steps that cannot become a flow', () => {
  it('are said to be too few, or to hold a Start or an End', () => {
    expect(whyNot(care)).toEqual({ code: 'too few' });
    expect(whyNot(care, 'answer', 'nobody')).toEqual({ code: 'too few' });
    expect(whyNot(care, 'arrives', 'read-facts')).toEqual({ code: 'a start', step: 'A mention arrives' });
    expect(whyNot(care, 'thank-them', 'thanked')).toEqual({ code: 'an end', step: 'Thanked' });
  });

  it('are said to have several ways in or out, or none', () => {
    expect(whyNot(care, 'our-error', 'give-owner')).toEqual({
      code: 'several ways in',
      steps: ['Our own error?', 'Give it an owner'],
    });
    expect(whyNot(care, 'read-answer', 'happy')).toMatchObject({ code: 'several ways out' });
    const alone = draft({}, [wait('a', 'PT1H'), wait('b', 'PT1H')], 'start > end', 'a > b > end');
    expect(whyNot(alone, 'a', 'b')).toEqual({ code: 'no way in' });
    const lost = draft({}, [wait('a', 'PT1H'), wait('b', 'PT1H')], 'start > a > b > a');
    expect(whyNot(lost, 'a', 'b')).toEqual({ code: 'no way out' });
    const apart = draft({}, [wait('a', 'PT1H'), wait('b', 'PT1H')], 'start > a > end', 'b > end');
    expect(whyNot(apart, 'a', 'b')).toEqual({ code: 'apart', step: 'b' });
  });

  it('are said to be cut through by what happens to one of them', () => {
    expect(whyNot(care, 'answer', 'send')).toMatchObject({
      code: 'cut through',
      step: 'Answer',
      way: 'late',
      to: 'Nobody acts?',
    });
  });

  it('are said to hold a part of a Split and its Join', () => {
    const content = draft(
      {},
      [parallel('split'), wait('a', 'PT1H'), wait('b', 'PT1H'), parallel('join'), wait('c', 'PT1H')],
      'start > split > a > join > c > end',
      'split > b > join',
    );
    expect(whyNot(content, 'join', 'c')).toEqual({ code: 'join of others', step: 'join', split: 'split' });
    expect(whyNot(content, 'split', 'a', 'b')).toEqual({ code: 'part and leave', step: 'split' });
    expect(whyNot(content, 'split', 'a', 'b', 'join')).toBeNull();
  });

  it('are said to be come to twice where they set values', () => {
    const twice = (step: FlowNode): DraftContent =>
      draft(
        { seen: 'any' },
        [parallel('split'), wait('a', 'PT1H'), wait('b', 'PT1H'), step, wait('c', 'PT1H')],
        'start > split > a > step > c > end',
        'split > b > step',
      );
    expect(whyNot(twice(activity('step', { result: 'seen' })), 'step', 'c')).toEqual({
      code: 'come twice',
      step: 'step',
      split: 'split',
    });
    expect(whyNot(twice(activity('step')), 'step', 'c')).toBeNull();
  });

  it('are said to share too many values', () => {
    const names = Array.from({ length: 301 }, (_, i) => `v${100 + i}`);
    const sums = Array.from({ length: 7 }, (_, i) => names.slice(i * 43, (i + 1) * 43));
    const content = (few: readonly (readonly string[])[]): DraftContent =>
      draft(
        Object.fromEntries(names.map((name) => [name, 'number'])),
        few.map((each, i) => decide(`sum ${i}`, each.join(' + '), each[0] ?? '')),
        `start > ${few.map((_, i) => `sum ${i}`).join(' > ')} > end`,
      );
    const steps = sums.map((_, i) => `sum ${i}`);
    expect(whyNot(content(sums), ...steps)).toEqual({ code: 'too many values' });
    expect(whyNot(content(sums.slice(1)), ...steps.slice(1))).toBeNull();
  });

  it('are as wrong as they were where a way of theirs is not drawn yet', () => {
    const content = draft(
      { loud: 'boolean' },
      [wait('a', 'PT1H'), branch('which', { loud: 'loud = true' }, 'no'), wait('b', 'PT1H')],
      'start > a > which:loud > b > end',
    );
    const after = group(content, ['a', 'which', 'b']);
    expect(errorsIn(after).map(({ code, place }) => [code, place.flow])).toEqual(
      errorsIn(content).map(({ code }) => [code, grouped(after).id]),
    );
    expect(errorsIn(content)).not.toEqual([]);
  });

  it('may stand within a loop that leads round them, and within a flow that is called', () => {
    const loop = draft(
      { times: { type: { type: 'number' }, initial: 0 } },
      [decide('count', 'times + 1', 'times'), wait('a', 'PT1H'), branch('again', { yes: 'times < 3' }, 'no')],
      'start > count > a > again:yes > count',
      'again:no > end',
    );
    const once = group(loop, ['count', 'a']);
    const call = callIn(once, grouped(once));
    expect(call).toMatchObject({ input: { times: 'times' }, output: { times: 'times' } });
    expect(once.flow.edges.filter(({ to }) => to === call.id)).toHaveLength(2);
    expect(whyNot(loop, 'a', 'again')).toMatchObject({ code: 'several ways out' });
    expect(whyNot(loop, 'again', 'count')).toMatchObject({ code: 'several ways in' });
    const within = groupSteps('mention-care-praise', ['say-thanks', 'tell-team'], {
      name: 'Thanks',
      newId: () => `in-${(made += 1)}`,
    })(care);
    const praise = flowIn(within, 'mention-care-praise');
    expect(within.flow).toBe(care.flow);
    expect(
      praise?.nodes.some((one) => one.kind === 'callActivity' && one.flow === grouped(within, 'Thanks').id),
    ).toBe(true);
    expect(checkDraft(within, shipped.activities)).toEqual([]);
  });

  it('are said to use a value that a step beside them uses at the same time', () => {
    const content = draft(
      { seen: 'any' },
      [
        parallel('split'),
        activity('look', { result: 'seen' }),
        wait('a', 'PT1H'),
        decide('b', 'seen', 'seen'),
        parallel('join'),
      ],
      'start > split > look > a > join > end',
      'split > b > join',
    );
    expect(whyNot(content, 'look', 'a')).toEqual({ code: 'beside them', step: 'b', value: 'seen' });
  });

  it('are said to meet a reminder that waits for somebody, and not one that is over at once', () => {
    const reminded = (reminder: FlowNode): DraftContent =>
      draft(
        { owner: 'any' },
        [
          ask('answer', {
            boundary: [
              {
                id: 'late',
                name: 'late',
                kind: 'timer',
                interrupting: false,
                wait: { kind: 'duration', for: 'duration("PT1H")' },
              },
            ],
          }),
          reminder,
          end('reminded'),
          decide('a', 'owner', 'owner'),
          wait('b', 'PT1H'),
        ],
        'start > answer > a > b > end',
        'answer:late > reminder > reminded',
      );
    expect(whyNot(reminded(activity('reminder', { result: 'owner' })), 'a', 'b')).toBeNull();
    expect(whyNot(reminded(ask('reminder', { result: 'owner' })), 'a', 'b')).toEqual({
      code: 'beside them',
      step: 'reminder',
      value: 'owner',
    });
  });

  it('are left as they are', () => {
    expect(group(care, ['read-answer', 'happy'])).toBe(care);
    expect(groupSteps('nowhere', ['a'], { name: 'x', newId: () => 'y' })(care)).toBe(care);
    expect(groupingOf(care, 'nowhere', ['a'])).toEqual({ no: { code: 'no flow' } });
    expect(flowIn(care, 'x')).toBeUndefined();
  });
});

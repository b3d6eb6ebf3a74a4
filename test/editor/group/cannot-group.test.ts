import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../definitions/check/check-draft.ts';
import { type DraftContent } from '../../../definitions/flow/draft.ts';
import { flowIn } from '../../../definitions/flow/drawn.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import { groupingOf, groupSteps } from '../../../editor/designer/commands/group/group-steps.ts';
import { activity, ask, branch, decide, end, parallel, wait } from '../../interpreter/drawing.ts';
import { callIn, care, draft, errorsIn, group, grouped, newId, shipped, whyNot } from './drafts.ts';

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
      newId,
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

import { describe, expect, it } from 'vitest';
import type { TaskExtras } from '../../../definitions/flow/task.ts';
import { activity, branch, decide, LOOK, wait } from '../../interpreter/drawing.ts';
import { callIn, draft, errorsIn, group, grouped } from './drafts.ts';

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

import { describe, expect, it } from 'vitest';
import type { FormField } from '../../definitions/flow/user-task.ts';
import { answersOf, formErrors, initialValues } from '../../editor/inbox/form-values.ts';
import { replyLength } from '../../definitions/model/reply-length.ts';
import { words } from '../../editor/shell/words.ts';

const form: readonly FormField[] = [
  { name: 'text', label: 'Answer', type: { type: 'text' }, required: true },
  { name: 'note', label: 'Note', type: { type: 'text' } },
  { name: 'amount', label: 'Credit', type: { type: 'number' } },
  { name: 'sure', label: 'Sure', type: { type: 'boolean' } },
  { name: 'tags', label: 'Tags', type: { type: 'list', of: { type: 'string' } } },
];

describe('the form of a task', () => {
  it('opens with what the flow suggests and is empty elsewhere', () => {
    expect(initialValues(form, { amount: 20 })).toEqual({
      text: '',
      note: '',
      amount: 20,
      sure: false,
      tags: [],
    });
  });

  it('asks for what is needed, and does not take a blank for an answer', () => {
    expect(formErrors(form, { text: '  ' }, null)).toEqual([{ field: 'text', reason: words.tasks.required }]);
  });

  it('counts characters as people do and says by how many the reply is too long', () => {
    expect(replyLength('👍🏽 ok')).toBe(5);
    expect(formErrors(form, { text: 'x'.repeat(283) }, 280)).toEqual([
      { field: 'text', reason: words.tasks.tooLong(3) },
    ]);
    expect(formErrors(form, { text: 'x'.repeat(280), note: 'y'.repeat(999) }, 280)).toEqual([]);
  });

  it('holds only what goes out on the channel to its length, not what goes a private way', () => {
    const way: FormField = {
      name: 'way',
      label: 'Where',
      type: { type: 'string', allowed: ['here', 'by e-mail'] },
    };
    const text = 'x'.repeat(281);
    const errors = (value: string) => formErrors([...form, way], { text, way: value }, 280);
    expect(errors('here')).toHaveLength(1);
    expect(errors('by e-mail')).toEqual([]);
    const unbound = [{ ...form[0], channelLength: false } as FormField];
    expect(formErrors(unbound, { text }, 280)).toEqual([]);
    expect(
      formErrors([{ ...way, name: 'text', type: { type: 'text' }, channelLength: true }], { text }, 280),
    ).toHaveLength(1);
  });

  it('sends numbers as numbers, a comma read as a point, and nothing as null', () => {
    expect(answersOf(form, { text: 'Sorry', note: '', amount: '12,5', sure: true, tags: [] })).toEqual({
      text: 'Sorry',
      note: null,
      amount: 12.5,
      sure: true,
      tags: [],
    });
    expect(formErrors(form, { text: 'Sorry', amount: 'much' }, null)).toEqual([
      { field: 'amount', reason: words.tasks.noNumber },
    ]);
  });
});

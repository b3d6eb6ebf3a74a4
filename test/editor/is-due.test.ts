import { expect, it } from 'vitest';
import { isDue } from '../../editor/cases/is-due.ts';

const dueAt = '2026-03-02T12:00:00.000Z';

it('says when a case has to be answered, as long as it is ours to answer', () => {
  for (const status of ['open', 'person', 'stuck'] as const)
    expect(isDue({ status, dueAt }), status).toBe(true);
  for (const status of ['waiting', 'closed', 'continued'] as const)
    expect(isDue({ status, dueAt }), status).toBe(false);
  expect(isDue({ status: 'person', dueAt: null })).toBe(false);
});

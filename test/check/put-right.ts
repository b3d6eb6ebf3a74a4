import { expect } from 'vitest';
import type { Issue } from '../../definitions/check/issue.ts';
import { applied } from '../../definitions/edit/applied.ts';
import { inverse } from '../../definitions/edit/change.ts';
import { difference } from '../../definitions/edit/difference.ts';
import { canonicalJson } from '../../definitions/flow/canonical.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import { newFlow } from '../../definitions/flow/new-flow.ts';
import { fixed } from '../../editor/designer/commands/fixed.ts';

/** The flow with the fix of an issue made as one act of a draft's; taken back, the draft is what it was, to the letter. */
export function putRight(flow: Flow, issue: Issue | undefined): Flow {
  if (issue?.fix === undefined) throw new Error('It proposes nothing.');
  const before = { ...newFlow(flow.id, flow.name), flow };
  const after = fixed(flow.id, issue.fix)(before);
  expect(after.flow).not.toBe(flow);
  const there = applied(before, difference(before, after));
  if (!('content' in there)) throw new Error(there.problem.code);
  expect(canonicalJson(there.content)).toBe(canonicalJson(after));
  const back = applied(there.content, inverse(there.made));
  if (!('content' in back)) throw new Error(back.problem.code);
  expect(canonicalJson(back.content)).toBe(canonicalJson(before));
  return after.flow;
}

import { nodeIn } from '../../definitions/flow/drawn.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import { BROKEN_STEP_FACT, type BrokenStep } from '../../definitions/model/case.ts';
import type { CaseDetail, TrailView } from '../../definitions/model/views/case-detail.ts';
import type { Named } from '../../definitions/model/views/page.ts';
import type { TaskDetail } from '../../definitions/model/views/task.ts';

/** Which step of the company's own process broke, and on whose word. */
export interface WhatBroke {
  readonly step: BrokenStep;
  /** Who confirmed it in an answer, and when. Null: nobody yet, or a table has proposed anew since. */
  readonly confirmed: { readonly by: Named; readonly at: string } | null;
  /** The decision that proposed it last. */
  readonly proposed: TrailView | null;
}

/** Read out of the case: the table that proposes it, and the answers in whose form it was confirmed. */
export function whatBroke(of: CaseDetail, revision: Revision | null): WhatBroke | null {
  const { brokenStep: step } = of;
  if (step === null) return null;
  const proposed =
    revision === null ? null : (of.trail.findLast((entry) => proposes(entry, revision)) ?? null);
  const answer = of.tasks
    .filter((task) => task.closedAt !== null && task.answeredBy !== null && answers(task, step))
    .toSorted((a, b) => (a.closedAt ?? '').localeCompare(b.closedAt ?? ''))
    .at(-1);
  const at = answer?.closedAt ?? null;
  const by = answer?.answeredBy ?? null;
  const isLater = at !== null && (proposed === null || at >= proposed.at);
  return { step, confirmed: by !== null && at !== null && isLater ? { by, at } : null, proposed };
}

/** Whether a step of the way is a table's decision on what broke. */
function proposes(entry: TrailView, revision: Revision): boolean {
  if (entry.what !== 'left') return false;
  const node = nodeIn(revision, entry);
  return node?.kind === 'businessRuleTask' && node.result === BROKEN_STEP_FACT && 'table' in node.decision;
}

/** Whether the task's form asked for it, and this was the answer. */
function answers({ form, answers: given }: TaskDetail, step: BrokenStep): boolean {
  return form.some(({ name, suggested }) => suggested?.trim() === BROKEN_STEP_FACT && given?.[name] === step);
}

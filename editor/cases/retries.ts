import type { Retry } from '../../definitions/model/case.ts';
import type { CaseDetail, RetryView } from '../../definitions/model/views/case-detail.ts';
import { causeOf } from '../stuck/cause.ts';
import { words } from '../shell/words.ts';

/** The steps that are tried again, one each: of a step that does several things at once, what began to fail first. */
export function retriedSteps({ retries }: Pick<CaseDetail, 'retries'>): readonly RetryView[] {
  const byStep = new Map<string, RetryView>();
  for (const retry of retries) {
    const step = JSON.stringify([retry.scope, retry.flow, retry.node]);
    const known = byStep.get(step);
    if (known === undefined || retry.since < known.since) byStep.set(step, retry);
  }
  return [...byStep.values()];
}

/** That of this step, if it is tried again. */
export function retryAt(
  { retries }: Pick<CaseDetail, 'retries'>,
  flowId: string,
  nodeId: string,
): RetryView | undefined {
  return retriedSteps({ retries }).find(({ flow, node }) => flow === flowId && node === nodeId);
}

/** Why it is tried again, in the words in which a stuck step would say it. */
export function whyRetried({ code, name }: Pick<RetryView, 'code' | 'name'>): {
  readonly title: string;
  readonly how: string | null;
} {
  return causeOf({ kind: 'activity failed', code, nodeName: name });
}

/** What is said of a step of which the store knows nothing, because the run has gone on since it reported. */
export function notKnown({ status }: Pick<CaseDetail, 'status'>): string {
  return words.way.notKnown(status !== 'stuck');
}

/** Whether a retry is of a time that the trail does not tell of yet, or has not seen end. */
export function isOfTime(
  retry: Pick<Retry, 'visit'>,
  occasion: { readonly came: { readonly visit: number }; readonly ended: unknown } | undefined,
): boolean {
  return occasion === undefined || (occasion.ended === null && occasion.came.visit === retry.visit);
}

import type { Funnel, StepCount, Today } from '../../definitions/model/views/today.ts';
import type { TallySheet } from '../store/tallies.ts';

type Span = TallySheet['spans'][number];
type CountedCase = Span['cases'][number];

/** The outcome of a case whose matter was put right. */
const PUT_RIGHT = 'put right';
const HALF_HOUR_MS = 30 * 60_000;

/** The spans from then on, and from when they are; all of them when nothing was heard since, or it is too long ago. */
export function spansSince(
  { spans }: TallySheet,
  since: string | undefined,
  keptSince: number,
): { readonly since: string | null; readonly spans: readonly Span[] } {
  if (since === undefined) return { since: null, spans };
  const from = new Date(Math.floor(new Date(since).getTime() / HALF_HOUR_MS) * HALF_HOUR_MS).toISOString();
  const recent = spans.filter((span) => span.from !== null && span.from >= from);
  const isEmpty = recent.every((span) => span.heard === 0 && sum(span.cases) === 0);
  if (isEmpty || new Date(from).getTime() < keptSince) return { since: null, spans };
  return { since: from, spans: recent };
}

/** What is told of a time: see Today for what each number means. */
export function countsOfSpans(spans: readonly Span[]): Pick<Today, 'funnel' | 'broken' | 'ends'> {
  const cases = spans.flatMap((span) => span.cases);
  const needAnswer = cases.filter(({ worth }) => worth === 'answer');
  const answered = needAnswer.filter((one) => one.answered);
  const funnel: Funnel = {
    heard: spans.reduce((total, span) => total + span.heard, 0),
    cases: sum(cases),
    noise: sum(cases.filter(({ worth }) => worth === 'noise')),
    needAnswer: sum(needAnswer),
    answered: sum(answered),
    conversation: sum(answered.filter((one) => one.wroteAgain)),
    putRight: sum(needAnswer.filter(({ outcome }) => outcome === PUT_RIGHT)),
  };
  const brokenOnes = needAnswer.filter(({ brokenStep }) => brokenStep !== null && brokenStep !== 'none');
  const inAll = sum(brokenOnes);
  return {
    funnel,
    broken: grouped(brokenOnes, ({ brokenStep }) => brokenStep).map(([step, count]) => ({
      step,
      cases: count,
      share: count / inAll,
    })),
    ends: grouped(cases, ({ outcome }) => outcome).map(([outcome, count]) => ({ outcome, cases: count })),
  };
}

/** How many stand at each step of the flow, and how many have not begun. */
export function countsOfSteps(
  standing: TallySheet['standing'],
  flow: string | null,
): { readonly steps: readonly StepCount[]; readonly begin: number } {
  const steps = new Map<string, StepCount>();
  for (const { status, steps: at, count } of standing) {
    for (const { node } of at.filter((step) => step.flow === flow)) {
      const before = steps.get(node) ?? { node, waiting: 0, stuck: 0 };
      const what = status === 'stuck' ? 'stuck' : 'waiting';
      steps.set(node, { ...before, [what]: before[what] + count });
    }
  }
  const notBegun = standing.filter(({ status, steps: at }) => status === 'open' && at.length === 0);
  return { steps: [...steps.values()], begin: sum(notBegun) };
}

function sum(of: readonly Pick<CountedCase, 'count'>[]): number {
  return of.reduce((total, { count }) => total + count, 0);
}

/** By what `key` says of each, the most frequent first; what it says nothing of is left out. */
function grouped<K extends string>(
  cases: readonly CountedCase[],
  key: (one: CountedCase) => K | null,
): readonly [K, number][] {
  const counts = new Map<K, number>();
  for (const one of cases) {
    const name = key(one);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + one.count);
  }
  return [...counts].filter(([, count]) => count > 0).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}

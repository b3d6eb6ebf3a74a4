import type { CaseDoc } from '../models/case.ts';

type Instant = Date | null | undefined;

/** When a case was first answered, given all answers known of, and whether the customer wrote after that. */
export function answeredWith(
  answers: readonly Instant[],
  lastSaidAt: Instant,
): Pick<CaseDoc, 'answeredAt' | 'wroteAgain'> {
  const known = answers.flatMap((at) => at?.getTime() ?? []);
  if (known.length === 0) return { answeredAt: null, wroteAgain: false };
  const first = Math.min(...known);
  return { answeredAt: new Date(first), wroteAgain: (lastSaidAt?.getTime() ?? 0) > first };
}

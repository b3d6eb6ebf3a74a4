import type { Issue } from '../../definitions/check/issue.ts';
import type { Flow } from '../../definitions/flow/flow.ts';

/** The worst that is wrong with each step of a flow. */
export function troublesIn(flow: Flow, issues: readonly Issue[]): ReadonlyMap<string, 'error' | 'warning'> {
  const found = new Map<string, 'error' | 'warning'>();
  for (const { severity, place } of issues)
    if (place.flow === flow.id && place.node !== undefined && found.get(place.node) !== 'error')
      found.set(place.node, severity);
  return found;
}

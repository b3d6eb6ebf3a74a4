import { useEffect, useState } from 'react';
import { usesIn, type VariableUses } from '../../../definitions/check/variable-uses.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { flowIn } from '../../../definitions/flow/drawn.ts';

/** So long the page may wait for it at a time. */
const SLICE_MS = 12;

/** Where each value of a flow is used, by name, as far as it is known: it is looked up bit by bit, and whoever draws does not wait. */
export function useUses(content: DraftContent, flowId: string): ReadonlyMap<string, VariableUses> {
  const [known, setKnown] = useState<ReadonlyMap<string, VariableUses>>(new Map());
  useEffect(() => {
    const names = (flowIn(content, flowId)?.variables ?? []).map(({ name }) => name);
    const found = new Map<string, VariableUses>();
    let of: ((name: string) => VariableUses) | null = null;
    let next = 0;
    const look = (): void => {
      of ??= usesIn(content, flowId);
      const until = performance.now() + SLICE_MS;
      for (; next < names.length; next += 1) {
        const name = names[next] ?? '';
        found.set(name, of(name));
        if (performance.now() > until) break;
      }
      next += 1;
      setKnown((before) => new Map([...before, ...found]));
      if (next < names.length) timer = setTimeout(look, 0);
    };
    let timer = setTimeout(look, 0);
    return () => clearTimeout(timer);
  }, [content, flowId]);
  return known;
}

import { useState } from 'react';
import type { Flow } from '../../../definitions/flow/flow.ts';

/** A value that was opened: what it was called and where it stood among how many. */
interface Opened {
  readonly name: string;
  readonly at: number;
  readonly count: number;
}

/**
 * Which value of a flow is open, by its name, and how to open another. One that is called otherwise, by its author, by
 * undo or by somebody else, stays open; one that is gone does not open its neighbour.
 */
export function useOpenValue(flow: Flow): readonly [string | null, (name: string | null) => void] {
  const [opened, setOpened] = useState<Opened | null>(null);
  const now = opened === null ? null : openedIn(opened, flow);
  // What it is called and where it stands now is where it is looked for next.
  if (opened !== null && now !== null && (now.name !== opened.name || now.count !== opened.count))
    setOpened(now);
  const open = (name: string | null): void => setOpened(name === null ? null : { name, at: -1, count: -1 });
  return [now?.name ?? null, open];
}

function openedIn({ name, at, count }: Opened, { variables }: Flow): Opened | null {
  const found = variables.findIndex((variable) => variable.name === name);
  if (found >= 0) return { name, at: found, count: variables.length };
  const renamed = variables.length === count ? variables[at] : undefined;
  return renamed === undefined ? null : { name: renamed.name, at, count };
}

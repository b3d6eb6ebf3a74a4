import { isObject, type Steps } from './json-change.ts';
import type { Panel } from './panel.ts';

/** What holds where a number is left out: what the activity's contract has in the same place. */
export function usualAt({ contract }: Panel, [part, name]: Steps): number | undefined {
  if (contract === undefined || (part !== 'retry' && part !== 'limits')) return undefined;
  const usual: unknown = contract[part];
  const value: unknown = isObject(usual) && name !== undefined ? usual[name] : undefined;
  return typeof value === 'number' ? value : undefined;
}

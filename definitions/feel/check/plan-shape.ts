/** How deep the parts of a plan stand in one another. */
export function levelsOf(plan: unknown): number {
  return isObject(plan)
    ? 1 + Object.values(plan).reduce<number>((most, part) => Math.max(most, levelsOf(part)), 0)
    : 0;
}

/** Whether a plan reads a local. */
export function readsSlot(plan: unknown, slot: number): boolean {
  if (!isObject(plan)) return false;
  if ('op' in plan && plan.op === 'local' && 'slot' in plan && plan.slot === slot) return true;
  return Object.values(plan).some((part) => readsSlot(part, slot));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Whether a value's lists and objects nest at most so deep. Does not use the stack, whatever it is given. */
export function nestsAtMost(value: unknown, depth: number): boolean {
  let layer: unknown[] = [value];
  for (let level = 0; layer.length > 0; level++) {
    if (level > depth) return false;
    const below: unknown[] = [];
    for (const item of layer) {
      if (typeof item !== 'object' || item === null) continue;
      for (const member of Object.values(item)) {
        if (typeof member === 'object' && member !== null) below.push(member);
      }
    }
    layer = below;
  }
  return true;
}

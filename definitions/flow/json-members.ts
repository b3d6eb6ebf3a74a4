/** A member's name that readers of JSON pass over, for objects have something of that name: nothing can be called so. */
export const UNKEPT_NAME = '__proto__';

/** Whether an object anywhere in a value has a member that would be lost. Does not use the stack, whatever it is given. */
export function losesMember(value: unknown): boolean {
  const open: unknown[] = [value];
  for (let one = open.pop(); open.length > 0 || one !== undefined; one = open.pop()) {
    if (typeof one !== 'object' || one === null) continue;
    if (Object.hasOwn(one, UNKEPT_NAME)) return true;
    for (const member of Object.values(one))
      if (typeof member === 'object' && member !== null) open.push(member);
  }
  return false;
}

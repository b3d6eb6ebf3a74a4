const LONGEST_ID = 60;

/** Whether people would take two names for the same: they differ by case and blanks at most. */
export function isSameName(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other);
}

/** An id for a flow of this name that none of the others has: 'Störung melden' → 'storung-melden', then '…-2'. */
export function flowIdFor(name: string, taken: ReadonlySet<string>): string {
  return idFor(name, 'flow', taken);
}

/** The same for anything that has a name; `otherwise` where nothing of the name can stand in an id. */
export function idFor(name: string, otherwise: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_ID)
    .replace(/^-+|-+$/g, '');
  const base = plain === '' ? otherwise : plain;
  let id = base;
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
  return id;
}

/** A name without what nobody hears when it is read out. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

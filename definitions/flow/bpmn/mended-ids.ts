const ID = /(\s)id\s*=\s*("([^"<]*)"|'([^'<]*)')/g;
const FIT = /^([a-z][\w-.]*:)?[a-z_][\w-.]*$/i;

/**
 * XML whose ids are such as XML allows, each once: some tools write numbers, or the same id twice. What refers to an id
 * that had to change refers to the new one; where it stood twice, to the first. The same text if nothing is to be done.
 */
export function mendedIds(xml: string): string {
  const all = new Set<string>();
  const changed = new Map<string, string>();
  let isTwice = false;
  for (const [, , , double, single] of xml.matchAll(ID)) {
    const id = double ?? single ?? '';
    if (all.has(id)) isTwice = true;
    all.add(id);
  }
  const numbers = new Map<string, number>();
  const free = (wanted: string): string => {
    let id = wanted;
    for (let number = numbers.get(wanted) ?? 2; all.has(id); number += 1) {
      id = `${wanted}-${number}`;
      numbers.set(wanted, number + 1);
    }
    all.add(id);
    return id;
  };
  for (const id of [...all])
    if (!FIT.test(id) && id !== '') changed.set(id, free(`id-${id.replace(/[^A-Za-z0-9_.-]+/g, '-')}`));
  if (changed.size === 0 && !isTwice) return xml;
  const once = new Set<string>();
  const unique = isTwice
    ? xml.replace(ID, (whole: string, blank: string, _: string, double?: string, single?: string) => {
        const id = double ?? single ?? '';
        if (!once.has(id)) {
          once.add(id);
          return whole;
        }
        return `${blank}id="${free(FIT.test(id) ? id : `id-${id.replace(/[^A-Za-z0-9_.-]+/g, '-')}`)}"`;
      })
    : xml;
  if (changed.size === 0) return unique;
  const now = (id: string): string => changed.get(id) ?? changed.get(id.replace(/^[\w-.]+:/, '')) ?? id;
  return unique
    .replace(/=\s*"([^"<]*)"/g, (whole: string, value: string) => {
      const other = now(value);
      return other === value ? whole : `="${other}"`;
    })
    .replace(/=\s*'([^'<]*)'/g, (whole: string, value: string) => {
      const other = now(value);
      return other === value ? whole : `='${other}'`;
    })
    .replace(/>([^<>]+)</g, (whole: string, value: string) => {
      const other = now(value.trim());
      return other === value.trim() ? whole : `>${other}<`;
    });
}

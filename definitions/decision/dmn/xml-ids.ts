import { OWN_ID } from './type-ref.ts';
import { isElement, text, type XmlElement } from './element.ts';

/** A name without a colon (XML Namespaces 1.0), kept to what every tool takes. */
const NC_NAME = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

/** Gives ids that no other element of the file has; one that XML cannot have as it is stands beside it. */
export function newXmlIds(root: XmlElement): (wanted: string, kind: string) => { readonly id: string } {
  const taken = idsIn(root);
  return (wanted, kind) => {
    if (NC_NAME.test(wanted) && !taken.has(wanted)) {
      taken.add(wanted);
      return { id: wanted };
    }
    const plain = wanted.replace(/[^A-Za-z0-9_.-]+/g, '-');
    let id = `${kind}-${plain}`;
    for (let number = 2; taken.has(id); number += 1) id = `${kind}-${plain}-${number}`;
    taken.add(id);
    return { id, [OWN_ID]: wanted };
  };
}

function idsIn(root: XmlElement): Set<string> {
  const ids = new Set<string>();
  const seen = new Set<object>();
  const open: unknown[] = [root];
  while (open.length > 0) {
    const one = open.pop();
    if (Array.isArray(one)) open.push(...one);
    else if (isElement(one) && !seen.has(one)) {
      seen.add(one);
      const id = text(one, 'id');
      if (id !== undefined) ids.add(id);
      open.push(...Object.values(one).filter((value) => typeof value === 'object'));
    }
  }
  return ids;
}

import { normalName } from '../../feel/parse/name.ts';
import { isReadableName } from '../../feel/readable-name.ts';
import { element, text, type XmlElement } from './element.ts';

/** A name under which a decision's rules know another, and what there is to say of it. */
export interface RequiredName {
  readonly name: string;
  readonly told: readonly string[];
}

/** What rules call a decision's result: the name of its variable, which is to be its own (DMN 1.5, 6.3.7). */
export function resultName(decision: XmlElement): string {
  return (text(element(decision, 'variable'), 'name') ?? text(decision, 'name') ?? '').trim();
}

/**
 * Under which name a decision that goes by `required` knows what that comes to. One that FEEL cannot say, or that
 * another has already, is made another.
 */
export function requiredName(by: string, required: XmlElement, taken: readonly string[]): RequiredName {
  const called = resultName(required);
  const own = (text(required, 'name') ?? '').trim();
  const told: string[] = [];
  if (called !== own && own !== '')
    told.push(`The variable of “${own}” is called “${called}”: “${by}” knows it by that name.`);
  const spoken = speakableName(called);
  const name = unusedName(spoken, taken);
  if (spoken !== called)
    told.push(`“${called}” is no name that a rule can say: “${by}” knows it as “${name}”.`);
  else if (name !== spoken)
    told.push(
      `“${by}” needs two decisions that are called “${spoken}”: the second is known as “${name}” there.`,
    );
  return { name, told };
}

/** The name, or what of it a rule can say. */
export function speakableName(name: string): string {
  if (isReadableName(name)) return name;
  const plain = name
    .replace(/[^\p{L}\p{N} _]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return isReadableName(plain) ? plain : 'result';
}

/** The name itself, or the first with a number behind it that FEEL does not take for one of the others. */
function unusedName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map(normalName));
  let name = wanted;
  for (let number = 2; used.has(normalName(name)); number += 1) name = `${wanted} ${number}`;
  return name;
}

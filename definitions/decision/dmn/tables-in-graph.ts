import { normalName } from '../../feel/parse/name.ts';
import { BOUNDS } from '../../flow/bounds.ts';
import type { TableIssue } from '../table-issue.ts';
import type { DecisionTable } from '../table.ts';
import { element, elements, text, type XmlElement } from './element.ts';
import { requiredName, resultName } from './required-names.ts';
import { knowledgeNeeds, lostOf, tableIn, tableName } from './table-of-decision.ts';

export interface GraphOfTables {
  /** The decision that was asked for, and then those that it requires. */
  readonly tables: readonly DecisionTable[];
  /** What they are in the file. */
  readonly decisions: ReadonlySet<XmlElement>;
  readonly issues: readonly TableIssue[];
  /** It requires another table. */
  readonly isRequiring: boolean;
}

/** A table of the graph while it is read. */
interface Reading {
  readonly table: DecisionTable;
  readonly requires: Map<string, Reading>;
}

/** What stands at the other end of a requirement: a decision that is a table, or why there is none. */
type Target = { readonly table: XmlElement } | { readonly why: string };

/**
 * A decision that is a table with all tables that it requires, through others as well. What it requires besides is told,
 * and must be given. A decision that only says the name of another stands for that one.
 */
export function graphOfTables(root: XmlElement, top: XmlElement): GraphOfTables {
  const byId = new Map(elements(root, 'drgElement').map((one) => [text(one, 'id') ?? '', one]));
  const namespace = text(root, 'namespace') ?? '';
  const read = new Map<XmlElement, Reading>();
  const above: XmlElement[] = [];
  const issues: TableIssue[] = [];
  const ids = new Set<string>();
  let isCut = false;

  function reading(decision: XmlElement): Reading {
    const known = read.get(decision);
    if (known !== undefined) return known;
    const { table, issues: own } = tableIn(root, decision);
    const one: Reading = { table: { ...table, id: ownId(table.id) }, requires: new Map() };
    read.set(decision, one);
    const isTop = decision === top;
    const tell = (message: string): void => void issues.push(lostOf(decision, message));
    issues.push(
      ...own.map((issue) => (isTop ? issue : { ...issue, message: `“${table.name}”: ${issue.message}` })),
    );
    for (const message of knowledgeNeeds(root, decision))
      tell(isTop ? message : `“${table.name}”: ${message}`);
    above.push(decision);
    for (const need of elements(decision, 'informationRequirement')) {
      const reference = element(need, 'requiredDecision');
      if (reference === undefined) continue;
      const found = referred(reference);
      const target = typeof found === 'string' ? { why: found } : standsFor(found);
      if ('why' in target) tell(`“${table.name}” needs ${target.why}: its value must be given.`);
      else if (typeof found !== 'string') join(one, found, target.table, tell);
    }
    above.pop();
    return one;
  }

  function join(
    one: Reading,
    called: XmlElement,
    required: XmlElement,
    tell: (message: string) => void,
  ): void {
    const { name: by } = one.table;
    if (above.includes(required)) {
      const names = required === above.at(-1) ? 'itself' : `“${tableName(required)}”, which needs it in turn`;
      return tell(
        `“${by}” needs ${names}: no table can be decided before itself, so its value must be given.`,
      );
    }
    if (read.size >= BOUNDS.parts && !read.has(required)) return cut();
    const same = one.requires.get(resultName(called));
    const its = reading(required);
    if (same === its) return;
    const { name, told } = requiredName(by, called, [...one.requires.keys()]);
    told.forEach(tell);
    one.requires.set(name, its);
    const isGiven = givenNames(above.at(-1) ?? called).has(normalName(name));
    if (isGiven)
      tell(
        `“${by}” takes a value and a decision that are both called “${name}”: here it means the decision.`,
      );
  }

  function cut(): void {
    if (isCut) return;
    isCut = true;
    const message = `There are more than ${BOUNDS.parts} tables in it; a flow may have as many.`;
    issues.push({ code: 'too large', severity: 'error', place: { decision: tableName(top) }, message });
  }

  /** The decision that a reference names, or what is said of one that is not there. */
  function referred(reference: XmlElement): XmlElement | string {
    const href = text(reference, 'href') ?? '';
    const at = href.indexOf('#');
    if (at === -1 || href.length === at + 1) return 'a decision that the file does not name';
    const id = href.slice(at + 1);
    if (at > 0 && href.slice(0, at) !== namespace) return `“${id}” of another file, which is not read`;
    return byId.get(id) ?? `“${id}”, which is not in the file`;
  }

  function standsFor(decision: XmlElement, within: readonly XmlElement[] = []): Target {
    const logic = element(decision, 'decisionLogic');
    const name = tableName(decision) === '' ? (text(decision, 'id') ?? '') : tableName(decision);
    if (decision.$type !== 'dmn:Decision') return { why: `“${name}”, which is no decision` };
    if (logic?.$type === 'dmn:DecisionTable') return { table: decision };
    const other = within.includes(decision) ? undefined : namedAlone(decision, logic);
    if (other !== undefined) return standsFor(other, [...within, decision]);
    return { why: `the decision “${name}”, which is no table but ${kindOf(logic)}` };
  }

  /** The one decision whose name is all that an expression says. */
  function namedAlone(decision: XmlElement, logic: XmlElement | undefined): XmlElement | undefined {
    if (logic?.$type !== 'dmn:LiteralExpression') return undefined;
    const said = normalName((text(logic, 'text') ?? '').trim());
    return elements(decision, 'informationRequirement')
      .flatMap((need) => {
        const reference = element(need, 'requiredDecision');
        const found = reference === undefined ? undefined : referred(reference);
        return found === undefined || typeof found === 'string' ? [] : [found];
      })
      .find((one) => normalName(resultName(one)) === said);
  }

  function givenNames(decision: XmlElement): ReadonlySet<string> {
    const inputs = elements(decision, 'informationRequirement').flatMap((need) => {
      const href = text(element(need, 'requiredInput'), 'href') ?? '';
      const data = byId.get(href.slice(href.indexOf('#') + 1));
      return data?.$type === 'dmn:InputData' ? [normalName(resultName(data))] : [];
    });
    return new Set(inputs);
  }

  function ownId(wanted: string): string {
    let id = wanted;
    for (let number = 2; ids.has(id); number += 1) id = `${wanted}-${number}`;
    ids.add(id);
    return id;
  }

  const first = reading(top);
  const tables = [...read.values()].map(({ table, requires }) => {
    if (requires.size === 0) return table;
    const names = [...requires].map(([name, required]) => [name, required.table.id] as const);
    return { ...table, requires: Object.fromEntries(names) };
  });
  return { tables, decisions: new Set(read.keys()), issues, isRequiring: first.requires.size > 0 };
}

/** What a decision is made of, in words. */
function kindOf(logic: XmlElement | undefined): string {
  return KINDS[logic?.$type ?? ''] ?? 'only drawn';
}

const KINDS: { readonly [type: string]: string } = {
  'dmn:LiteralExpression': 'one expression',
  'dmn:Context': 'a context',
  'dmn:Invocation': 'the call of a function',
  'dmn:FunctionDefinition': 'a function',
  'dmn:List': 'a list',
  'dmn:Relation': 'a relation',
  'dmn:Conditional': 'a condition',
  'dmn:Filter': 'a filter',
  'dmn:For': 'a loop',
  'dmn:Every': 'a test of every item of a list',
  'dmn:Some': 'a test of some item of a list',
};

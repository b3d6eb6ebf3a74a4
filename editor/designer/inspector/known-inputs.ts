import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import { lookUp } from '../../../definitions/check/environment.ts';
import { membersOf, requiredOf, takesOthers, typeOfSchema } from '../../../definitions/check/schema-type.ts';
import { requirementsOf } from '../../../definitions/decision/requirements.ts';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { flowIn } from '../../../definitions/flow/drawn.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import type { ValueType } from '../../../definitions/flow/value-type.ts';
import { isObject } from './json-change.ts';

/** One thing that what a node does takes. */
export type KnownInput = {
  readonly name: string;
  readonly title: string;
  readonly help?: string;
  readonly isNeeded: boolean;
  readonly type: ValueType;
};

export interface KnownInputs {
  readonly inputs: readonly KnownInput[];
  /** Whether others beside them mean something. */
  readonly takesOthers: boolean;
}

/** What a node can be given, by the activity, the flow or the table that it names; null: none, or one nobody knows. */
export function knownInputs(
  node: FlowNode,
  content: DraftContent,
  contracts: readonly ActivityContract[],
): KnownInputs | null {
  switch (node.kind) {
    case 'serviceTask': {
      const contract = contracts.find(({ name }) => name === node.activity);
      return contract === undefined ? null : ofActivity(contract);
    }
    case 'callActivity': {
      const called = flowIn(content, node.flow);
      return called === undefined ? null : ofFlow(called);
    }
    case 'businessRuleTask': {
      const table = 'table' in node.decision ? lookUp(content.tables, node.decision.table) : undefined;
      return table === undefined ? null : ofTables([table, ...requirementsOf(table, content.tables).tables]);
    }
    default:
      return null;
  }
}

/** What an activity takes, by the JSON Schema of its contract alone: one that nobody knew before is asked for as well. */
function ofActivity({ input }: ActivityContract): KnownInputs {
  const required = requiredOf(input);
  return {
    inputs: Object.entries(membersOf(input)).map(([name, member]) => {
      const { title, description } = isObject(member) ? member : {};
      return {
        name,
        title: typeof title === 'string' ? title : spoken(name),
        ...(typeof description === 'string' ? { help: description } : {}),
        isNeeded: required.includes(name),
        type: typeOfSchema(member),
      };
    }),
    takesOthers: takesOthers(input),
  };
}

function ofFlow(called: Flow): KnownInputs {
  const inputs = called.variables.filter(({ input }) => input === true);
  return {
    inputs: inputs.map(({ name, type, initial, description }) => ({
      name,
      title: spoken(name),
      ...(description === undefined ? {} : { help: description }),
      isNeeded: initial === undefined,
      type,
    })),
    takesOthers: false,
  };
}

/**
 * An input that the step does not name reads the value of the same name, so none must be named; what one table comes to
 * for another is not the step's to give.
 */
function ofTables(tables: readonly DecisionTable[]): KnownInputs {
  const named = new Map<string, KnownInput>();
  for (const { inputs, requires = {} } of tables) {
    for (const { name, type, expression } of inputs) {
      if (expression !== undefined || Object.hasOwn(requires, name) || named.has(name)) continue;
      named.set(name, { name, title: spoken(name), isNeeded: false, type });
    }
  }
  const takesOthers = tables.some(({ inputs }) => inputs.some(({ expression }) => expression !== undefined));
  return { inputs: [...named.values()], takesOthers };
}

/** A name as one would say it: 'recordedAt' → 'Recorded at'. */
export function spoken(name: string): string {
  const said = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim();
  const isShout = said === said.toUpperCase();
  const low = isShout ? said : said.replace(/ \p{Lu}(?=\p{Ll}|\b)/gu, (start) => start.toLowerCase());
  return low.charAt(0).toUpperCase() + low.slice(1);
}

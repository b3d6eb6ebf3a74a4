import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Flow, Variable } from '../../../definitions/flow/flow.ts';
import type { FlowNode, NodeKind } from '../../../definitions/flow/node.ts';
import { drawingWords } from '../../shell/drawing-words.ts';

/** What may be put on the canvas: a kind of step, an activity that workers offer, a flow to call. */
export type StepChoice =
  | { readonly kind: Exclude<NodeKind, 'serviceTask' | 'callActivity'> }
  | { readonly kind: 'serviceTask'; readonly contract: ActivityContract }
  | { readonly kind: 'callActivity'; readonly flow: Pick<Flow, 'id' | 'name' | 'variables'> };

/** A step that is new, with what it brings: a table to decide by, a variable for what comes out. */
export interface NewStep {
  readonly node: FlowNode;
  readonly table?: DecisionTable;
  readonly variable?: Variable;
}

/** Where a new step stands, and what makes ids that nothing has yet. */
export interface StepPlace {
  readonly position: { readonly x: number; readonly y: number };
  readonly lane?: string;
  readonly newId: () => string;
}

/** A step as it comes out of the palette: whole enough to be drawn, and to be said of what it still lacks. */
export function newStep(
  choice: StepChoice,
  flow: Flow,
  content: DraftContent,
  { newId, ...place }: StepPlace,
): NewStep {
  const { newNames } = drawingWords.designer;
  const base = { id: newId(), ...place };
  switch (choice.kind) {
    case 'businessRuleTask': {
      const name = unusedName(
        newNames.decision,
        Object.values(content.tables).map((table) => table.name),
      );
      const result = unusedName(
        newNames.result,
        flow.variables.map((variable) => variable.name),
      );
      const table = newTable(newId(), name, flow, newId);
      return {
        node: { ...base, kind: 'businessRuleTask', name, decision: { table: table.id }, result },
        table,
        variable: { name: result, type: { type: 'string' } },
      };
    }
    case 'exclusiveGateway':
      return {
        node: {
          ...base,
          kind: 'exclusiveGateway',
          name: newNames.branch,
          branches: [{ port: newId(), name: newNames.yes, condition: '' }],
          defaultPort: newId(),
        },
      };
    case 'parallelGateway':
      return { node: { ...base, kind: 'parallelGateway', name: newNames.split } };
    case 'userTask':
      return { node: { ...base, kind: 'userTask', name: newNames.ask, form: [], assignment: {} } };
    case 'intermediateCatchEvent':
      return {
        node: {
          ...base,
          kind: 'intermediateCatchEvent',
          name: newNames.wait,
          wait: { kind: 'duration', for: '@"P1D"' },
        },
      };
    case 'eventBasedGateway':
      return {
        node: {
          ...base,
          kind: 'eventBasedGateway',
          name: newNames.waitFirst,
          arms: [
            { port: newId(), name: newNames.late, on: 'time', wait: { kind: 'duration', for: '@"P3D"' } },
          ],
        },
      };
    case 'startEvent':
      return { node: { ...base, kind: 'startEvent', name: newNames.start } };
    case 'endEvent':
      return { node: { ...base, kind: 'endEvent', name: newNames.end } };
    case 'textAnnotation':
      return { node: { ...base, kind: 'textAnnotation', name: newNames.note, text: '' } };
    case 'serviceTask': {
      const { contract } = choice;
      const node = { ...base, kind: 'serviceTask', name: contract.title, activity: contract.name } as const;
      return { node: { ...node, input: knownInputs(contract, flow) } };
    }
    case 'callActivity':
      return {
        node: {
          ...base,
          kind: 'callActivity',
          name: choice.flow.name,
          flow: choice.flow.id,
          input: sameNamed(choice.flow, flow),
          output: {},
        },
      };
  }
}

/** The name itself, or the first with a number behind it that is free. */
export function unusedName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken);
  let name = wanted;
  for (let number = 2; used.has(name); number += 1) name = `${wanted} ${number}`;
  return name;
}

/** A table that answers nothing yet: one question, of the first variable that is no text, and one answer. */
function newTable(id: string, name: string, { variables }: Flow, newId: () => string): DecisionTable {
  const asked = variables.find(({ type }) => type.type !== 'text' && type.type !== 'context');
  return {
    id,
    name,
    hitPolicy: 'first',
    inputs: asked === undefined ? [] : [{ id: newId(), name: asked.name, type: asked.type }],
    outputs: [{ id: newId(), name: drawingWords.designer.newNames.answer, type: { type: 'string' } }],
    rows: [],
  };
}

/** Inputs of an activity that have the name of a variable are fed by it. */
function knownInputs({ input }: ActivityContract, { variables }: Flow): { readonly [name: string]: string } {
  const properties = input['properties'];
  const wanted = typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  const names = new Set(variables.map((variable) => variable.name));
  return Object.fromEntries(wanted.filter((name) => names.has(name)).map((name) => [name, name]));
}

/** Inputs of a called flow that have the name of a variable here are fed by it. */
function sameNamed(called: Pick<Flow, 'variables'>, flow: Flow): { readonly [name: string]: string } {
  const names = new Set(flow.variables.map((variable) => variable.name));
  const inputs = called.variables.filter((variable) => variable.input === true && names.has(variable.name));
  return Object.fromEntries(inputs.map(({ name }) => [name, name]));
}

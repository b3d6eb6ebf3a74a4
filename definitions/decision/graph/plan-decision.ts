import type { Plan, Typed, TypePlan } from '../../feel/check/plan.ts';
import { levelsOf } from '../../feel/check/plan-shape.ts';
import type { Meaning, Scope } from '../../feel/check/scope.ts';
import { BROKEN } from '../../feel/check/checker.ts';
import { normalName } from '../../feel/parse/name.ts';
import type { FeelType } from '../../feel/type/feel-type.ts';
import { ANY } from '../../feel/type/feel-type.ts';
import type {
  Decision,
  DecisionModel,
  DecisionService,
  InputData,
  KnowledgeModel,
  Reference,
} from '../model.ts';
import { boxed, functionOf } from './boxed.ts';
import { conformed, conformedTo } from './literal.ts';
import type { Build, ModelProblem, PlacedTable } from './build.ts';
import { newBuild } from './build.ts';
import { ANYTHING, typeNamed } from './named-type.ts';

/** One decision of a model with all that it needs, as one plan. Plain data. */
export interface DecisionPlan {
  readonly plan: Plan;
  readonly type: FeelType;
  /** What it takes: the value of each stands in its slot. Of another model: under that import's name. */
  readonly inputs: readonly PlannedInput[];
  /** How many locals an evaluation needs. */
  readonly slots: number;
  readonly problems: readonly ModelProblem[];
  /** The tables within it, each as it was drawn. */
  readonly tables: readonly PlacedTable[];
}

export interface PlannedInput {
  readonly name: string;
  /** Namespace of the model it stands in. */
  readonly namespace: string;
  readonly slot: number;
  readonly to: TypePlan;
}

type Found =
  | { readonly kind: 'input'; readonly it: InputData; readonly model: DecisionModel }
  | { readonly kind: 'decision'; readonly it: Decision; readonly model: DecisionModel }
  | { readonly kind: 'knowledge'; readonly it: KnowledgeModel; readonly model: DecisionModel }
  | { readonly kind: 'service'; readonly it: DecisionService; readonly model: DecisionModel };

/** Plans of the decisions and services of one model; `others` are the models that it, or they, import. */
export function planDecision(
  model: DecisionModel,
  name: string,
  others: readonly DecisionModel[] = [],
): DecisionPlan | null {
  const wanted =
    model.decisions.find((decision) => decision.name === name) ??
    model.services.find((service) => service.name === name);
  if (wanted === undefined) return null;
  const build = newBuild([model, ...others]);
  const inputs: PlannedInput[] = [];
  const planner = newPlanner([model, ...others], build, inputs);
  const result = planner.valueOf({ id: wanted.id, namespace: model.namespace }, model);
  return {
    plan: { op: 'let', bindings: planner.bindings, body: result.plan },
    type: result.type,
    inputs,
    slots: build.counter.slots,
    problems: build.problems,
    tables: build.tables,
  };
}

interface Planner {
  readonly bindings: readonly { readonly slot: number; readonly value: Plan }[];
  /** What an element means; what it needs comes before it among the bindings. */
  valueOf(reference: Reference, from: DecisionModel): Meaning;
}

/** @param given elements whose values are there already: the parameters of a service. */
function newPlanner(
  models: readonly DecisionModel[],
  build: Build,
  inputs: PlannedInput[],
  given: ReadonlyMap<string, Meaning> = new Map(),
): Planner {
  const meanings = new Map(given);
  const underWay = new Set<string>();
  const bindings: { slot: number; value: Plan }[] = [];

  function bound(typed: Typed): Meaning {
    const slot = build.counter.slots++;
    bindings.push({ slot, value: typed.plan });
    return { plan: { op: 'local', slot }, type: typed.type };
  }

  function valueOf(reference: Reference, from: DecisionModel): Meaning {
    const found = find(models, reference, from);
    if (found === undefined) {
      build.note('Something is needed that is in no model here.');
      return BROKEN;
    }
    const key = keyOf(found.model, found.it.id);
    const known = meanings.get(key);
    if (known !== undefined) return known;
    if (underWay.has(key)) {
      build.note(`“${found.it.name}” needs itself.`);
      return BROKEN;
    }
    underWay.add(key);
    const meaning = build.nested(() => build.within(found.it.name, () => made(found)), BROKEN);
    underWay.delete(key);
    meanings.set(key, meaning);
    return meaning;
  }

  function made(found: Found): Meaning {
    const { model } = found;
    switch (found.kind) {
      case 'input': {
        const { name, typeRef } = found.it;
        const to = typeNamed(typeRef, model, build) ?? ANYTHING;
        const slot = build.counter.slots++;
        inputs.push({ name, namespace: model.namespace, slot, to });
        return bound(conformedTo({ plan: { op: 'local', slot }, type: ANY }, to));
      }
      case 'decision': {
        const { logic, needs, typeRef } = found.it;
        const at = { scope: scopeOf(needs, model), model, build };
        return logic === undefined ? BROKEN : bound(conformed(boxed(logic, at), typeRef, at));
      }
      case 'knowledge': {
        const { logic, needs } = found.it;
        if (logic === undefined) return BROKEN;
        return bound(functionOf(logic, { scope: scopeOf(needs, model), model, build }));
      }
      case 'service':
        return bound(serviceOf(found.it, model));
    }
  }

  function scopeOf(needs: readonly Reference[], model: DecisionModel): Scope {
    const names = new Map<string, Meaning>();
    const imported = new Map<string, Map<string, Meaning>>();
    for (const need of needs) {
      const found = find(models, need, model);
      const meaning = valueOf(need, model);
      if (found === undefined) continue;
      const through = found.model === model ? '' : nameOfImport(model, found.model);
      if (through === '') names.set(normalName(found.it.name), meaning);
      else imported.set(through, new Map(imported.get(through)).set(found.it.name, meaning));
    }
    for (const [name, elements] of imported) names.set(normalName(name), contextOf(elements, build));
    return { names };
  }

  /** A service as a function of its inputs, data first; decisions inside it are worked out anew. */
  function serviceOf(service: DecisionService, model: DecisionModel): Typed {
    const parameters = [...service.inputData, ...service.inputDecisions].flatMap((reference) => {
      const found = find(models, reference, model);
      if (found === undefined) return [];
      const typeRef = found.kind === 'input' || found.kind === 'decision' ? found.it.typeRef : undefined;
      const to = typeNamed(typeRef, found.model, build) ?? ANYTHING;
      return [{ name: found.it.name, key: keyOf(found.model, found.it.id), slot: build.counter.slots++, to }];
    });
    const within = newPlanner(
      models,
      build,
      inputs,
      new Map(parameters.map(({ key, slot, to }) => [key, conformedLocal(slot, to)])),
    );
    const outputs = service.outputs.map((output) => ({
      name: find(models, output, model)?.it.name ?? '',
      value: within.valueOf(output, model),
    }));
    const [only] = outputs;
    const result =
      only !== undefined && outputs.length === 1
        ? only.value
        : contextOf(new Map(outputs.map(({ name, value }) => [name, value])), build);
    const body: Plan = { op: 'let', bindings: within.bindings, body: result.plan };
    return {
      plan: {
        op: 'function',
        parameters: parameters.map(({ name, slot }) => ({ name, slot })),
        body,
        levels: levelsOf(body),
      },
      type: { type: 'function', result: result.type },
    };
  }

  return { bindings, valueOf };
}

function conformedLocal(slot: number, to: TypePlan): Meaning {
  return conformedTo({ plan: { op: 'local', slot }, type: ANY }, to);
}

function contextOf(elements: ReadonlyMap<string, Meaning>, build: Build): Meaning {
  const entries = [...elements];
  return {
    plan: {
      op: 'context',
      entries: entries.map(([name, { plan }]) => ({ name, slot: build.counter.slots++, value: plan })),
    },
    type: { type: 'context', fields: Object.fromEntries(entries.map(([name, { type }]) => [name, type])) },
  };
}

function find(
  models: readonly DecisionModel[],
  { id, namespace }: Reference,
  from: DecisionModel,
): Found | undefined {
  const model = namespace === undefined ? from : models.find((one) => one.namespace === namespace);
  if (model === undefined) return undefined;
  const byId = <E extends { readonly id: string }>(all: readonly E[]): E | undefined =>
    all.find((one) => one.id === id);
  const input = byId(model.inputs);
  if (input !== undefined) return { kind: 'input', it: input, model };
  const decision = byId(model.decisions);
  if (decision !== undefined) return { kind: 'decision', it: decision, model };
  const knowledge = byId(model.knowledge);
  if (knowledge !== undefined) return { kind: 'knowledge', it: knowledge, model };
  const service = byId(model.services);
  return service && { kind: 'service', it: service, model };
}

function keyOf({ namespace }: DecisionModel, id: string): string {
  return `${namespace}#${id}`;
}

function nameOfImport(model: DecisionModel, other: DecisionModel): string {
  return model.imports.find(({ namespace }) => namespace === other.namespace)?.name ?? '';
}

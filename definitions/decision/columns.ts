import type { Planner, TypeEnvironment } from '../feel/compiler.ts';
import { isBroken, NULL_PLAN } from '../feel/compiler.ts';
import type { Plan } from '../feel/check/plan.ts';
import { nearestName } from '../feel/nearest.ts';
import { errorAt, warningAt } from '../feel/problem.ts';
import type { ExpressionProblem } from '../feel/problem.ts';
import type { FeelType } from '../feel/type/feel-type.ts';
import { allowedBy, mayBe, nameOf } from '../feel/type/feel-type.ts';
import type { ValueType } from '../flow/value-type.ts';
import type { TableInput } from './table.ts';

/** One cell's or column's expression, planned. */
export interface Part {
  readonly problems: readonly ExpressionProblem[];
  /** The variables that it reads. */
  readonly uses: readonly string[];
  readonly slots: number;
  readonly plan: Plan;
}

/** Plans an input column: its expression, or the variable of its own name read as the input's type. */
export function inputColumn(input: TableInput, types: TypeEnvironment, planner: Planner, from: number): Part {
  if (input.expression !== undefined)
    return typedPart(input.expression, input.type, { planner, from, place: 'The input' });
  const plan: Plan = { op: 'variable', name: input.name, type: input.type };
  return { problems: ownNameProblems(input, types), uses: [input.name], slots: from, plan };
}

/** The variable is read whatever the problem: who gives the value may know better than who declared it. */
function ownNameProblems({ name, type }: TableInput, types: TypeEnvironment): ExpressionProblem[] {
  const whole = { from: 0, to: 0 };
  const declared = Object.hasOwn(types, name) ? types[name] : undefined;
  if (!declared) {
    const nearest = nearestName(name, Object.keys(types));
    const hint = nearest === undefined ? '' : ` Did you mean “${nearest}”?`;
    return [errorAt(whole, 'unknown variable', `Nothing is given for the input “${name}”.${hint}`, nearest)];
  }
  const wrong = mismatch(declared, type);
  return wrong
    ? [
        errorAt(
          whole,
          'type mismatch',
          `The input “${name}” is a ${nameOf(type)}, but what is given is a ${nameOf(declared)}.`,
        ),
      ]
    : [];
}

/** How a part is planned: its first local, and what begins the sentence that says it is of a wrong type. */
export interface PartSetting {
  readonly planner: Planner;
  readonly from: number;
  readonly place: string;
}

/** Plans an expression whose value must be of a type. */
export function typedPart(source: string, type: ValueType, { planner, from, place }: PartSetting): Part {
  const { problems, uses, slots, plan, type: found } = planner.expression(source, from);
  if (isBroken(problems)) return { problems, uses, slots, plan };
  const whole = { from: 0, to: source.length };
  if (mismatch(found, type)) {
    const message = `${place} is a ${nameOf(type)}, but this is a ${nameOf(found)}.`;
    return {
      problems: [...problems, errorAt(whole, 'type mismatch', message)],
      uses,
      slots,
      plan: NULL_PLAN,
    };
  }
  const strange = allowedBy(found)?.find((value) => allowedBy(type)?.includes(value) === false);
  if (strange === undefined) return { problems, uses, slots, plan };
  const nearest = nearestName(strange, allowedBy(type) ?? []);
  const hint = nearest === undefined ? '' : ` Did you mean “${nearest}”?`;
  const message = `${place} may not be “${strange}”.${hint}`;
  return {
    problems: [...problems, warningAt(whole, 'value not allowed', message, nearest)],
    uses,
    slots,
    plan,
  };
}

/** A text is no string, though both are kept as strings: what may be looked into must not be given a text. */
function mismatch(found: FeelType, wanted: FeelType): boolean {
  return !mayBe(found, wanted);
}

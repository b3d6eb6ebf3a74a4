import type { Compiler, TypeEnvironment } from '../feel/compiler.ts';
import { isBroken } from '../feel/compiler.ts';
import type { Evaluator } from '../feel/link/frame.ts';
import { linkVariable } from '../feel/link/values.ts';
import { nearestName } from '../feel/nearest.ts';
import { errorAt, warningAt } from '../feel/problem.ts';
import type { ExpressionProblem } from '../feel/problem.ts';
import type { FeelType } from '../feel/type/feel-type.ts';
import { allowedBy, mayBe, nameOf } from '../feel/type/feel-type.ts';
import type { ValueType } from '../flow/value-type.ts';
import type { TableInput } from './table.ts';

/** One cell's or column's expression, ready to run. */
export interface Part {
  readonly problems: readonly ExpressionProblem[];
  readonly slots: number;
  readonly run: Evaluator;
}

/** Compiles an input column: its expression, or the variable of its own name read as the input's type. */
export function inputColumn(input: TableInput, types: TypeEnvironment, compiler: Compiler): Part {
  if (input.expression !== undefined) return typedPart(input.expression, input.type, compiler, 'The input');
  const run = linkVariable({ op: 'variable', name: input.name, type: input.type });
  return { problems: ownNameProblems(input, types), slots: 0, run };
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

/** Compiles an expression whose value must be of a type; `place` begins the sentence that says it is not. */
export function typedPart(source: string, type: ValueType, compiler: Compiler, place: string): Part {
  const { problems, slots, run, type: found } = compiler.expression(source);
  if (isBroken(problems)) return { problems, slots, run };
  const whole = { from: 0, to: source.length };
  if (mismatch(found, type)) {
    const message = `${place} is a ${nameOf(type)}, but this is a ${nameOf(found)}.`;
    return { problems: [...problems, errorAt(whole, 'type mismatch', message)], slots, run: () => null };
  }
  const strange = allowedBy(found)?.find((value) => allowedBy(type)?.includes(value) === false);
  if (strange === undefined) return { problems, slots, run };
  const nearest = nearestName(strange, allowedBy(type) ?? []);
  const hint = nearest === undefined ? '' : ` Did you mean “${nearest}”?`;
  const message = `${place} may not be “${strange}”.${hint}`;
  return { problems: [...problems, warningAt(whole, 'value not allowed', message, nearest)], slots, run };
}

/** A text is no string, though both are kept as strings: what may be looked into must not be given a text. */
function mismatch(found: FeelType, wanted: FeelType): boolean {
  return !mayBe(found, wanted);
}

import { BUILTINS, signaturesOf } from '../builtins/catalogue.ts';
import type { Parameter, Signature } from '../builtins/builtin.ts';
import { nearestName } from '../nearest.ts';
import type { ArgumentsSyntax, Syntax } from '../parse/syntax.ts';
import type { FeelType } from '../type/feel-type.ts';
import { ANY, anyOf, mayBe, nameOf } from '../type/feel-type.ts';
import type { Checker } from './checker.ts';
import { BROKEN } from './checker.ts';
import { shortened } from './names.ts';
import type { CallWay, Typed } from './plan.ts';
import { levelsOf } from './plan-shape.ts';
import type { Scope } from './scope.ts';
import { meaningOf, withLocals } from './scope.ts';
import { readType } from './type-name.ts';

type Of<K extends Syntax['kind']> = Extract<Syntax, { readonly kind: K }>;

/** Types a call: of a function made in the expression, or of a builtin. */
export function checkCall(syntax: Of<'call'>, scope: Scope, checker: Checker): Typed {
  const { callee } = syntax;
  if (callee.kind !== 'name') return checkInvocation(syntax, scope, checker);
  const signatures = signaturesOf(callee.name);
  const meaning = meaningOf(callee.name, scope);
  if (meaning?.type.type === 'function' || (meaning && !signatures))
    return checkInvocation(syntax, scope, checker);
  if (!signatures) {
    const nearest = nearestName(callee.name, Object.keys(BUILTINS));
    const hint = nearest === undefined ? '' : ` Did you mean “${nearest}”?`;
    checker.error(
      callee.at,
      'unknown function',
      `There is no function “${shortened(callee.name)}”.${hint}`,
      nearest,
    );
    syntax.args.forEach(({ value }) => checker.check(value, scope));
    return BROKEN;
  }
  return checkBuiltin(callee.name, signatures, syntax, scope, checker);
}

function checkInvocation({ callee, args }: Of<'call'>, scope: Scope, checker: Checker): Typed {
  const called = checker.check(callee, scope);
  const typed = args.map(({ name, value }) => ({
    ...(name === undefined ? {} : { name }),
    value: checker.check(value, scope).plan,
  }));
  if (called.type.type !== 'function' && called.type.type !== 'any') {
    checker.error(callee.at, 'type mismatch', `A ${nameOf(called.type)} cannot be called.`);
    return BROKEN;
  }
  const type = called.type.type === 'function' ? called.type.result : ANY;
  return { plan: { op: 'invoke', callee: called.plan, args: typed }, type };
}

function checkBuiltin(
  name: string,
  signatures: readonly Signature[],
  syntax: Of<'call'>,
  scope: Scope,
  checker: Checker,
): Typed {
  const args = syntax.args.map(({ value }) => checker.check(value, scope));
  const types = args.map(({ type }) => type);
  const possible = signatures.flatMap((signature, index) => {
    const takes = assign(signature.parameters, syntax.args);
    return takes ? [{ signature, way: { signature: index, takes } }] : [];
  });
  const [first] = possible;
  if (!first) {
    const ways = signatures.map(({ parameters }) => `${name}(${parameters.map(written).join(', ')})`);
    checker.error(syntax.at, 'wrong arguments', `It is called as ${ways.join(' or ')}.`);
    return BROKEN;
  }
  const fitting = possible.filter(
    ({ signature, way }) => misfits(signature, way, types, fitsSomehow).length === 0,
  );
  const certain = fitting.findIndex(
    ({ signature, way }) =>
      isCertain(signature, way, types) && misfits(signature, way, types, fits).length === 0,
  );
  // What comes after a signature that surely fits is never called.
  if (certain >= 0) fitting.splice(certain + 1);
  if (fitting.length === 0) {
    const misfit = misfits(first.signature, first.way, types, fitsSomehow)[0];
    const at = syntax.args[misfit?.argument ?? 0]?.value.at ?? syntax.at;
    const given = types[misfit?.argument ?? 0] ?? ANY;
    const wanted = (misfit?.parameter.types ?? []).map(nameOf).join(' or a ');
    checker.error(
      at,
      'type mismatch',
      `“${misfit?.parameter.name ?? ''}” of ${name} is a ${wanted}, not a ${nameOf(given)}.`,
    );
    return BROKEN;
  }
  const results = fitting.map(({ signature }) =>
    typeof signature.result === 'function' ? signature.result(types) : signature.result,
  );
  return {
    plan: { op: 'call', name, ways: fitting.map(({ way }) => way), args: args.map(({ plan }) => plan) },
    type: anyOf(results),
  };
}

function written({ name, optional, rest }: Parameter): string {
  return rest ? `${name}, …` : optional ? `${name}?` : name;
}

/** Which argument each parameter takes; undefined if they do not fit by number or name. */
function assign(parameters: readonly Parameter[], args: ArgumentsSyntax): CallWay['takes'] | undefined {
  const named = args.some(({ name }) => name !== undefined);
  const takes = parameters.map(({ name }, position) => {
    const index = named ? args.findIndex((arg) => arg.name === name) : position;
    return index >= 0 && index < args.length ? index : null;
  });
  const takesRest = parameters.at(-1)?.rest === true;
  const tooMany = named
    ? args.length > takes.filter((index) => index !== null).length
    : args.length > parameters.length && !takesRest;
  const missing = parameters.some(({ optional }, position) => !optional && takes[position] === null);
  return tooMany || missing ? undefined : takes;
}

type Fit = (given: FeelType, wanted: FeelType) => boolean;

/** Without any conversion. */
const fits: Fit = (given, wanted) => mayBe(given, wanted);

/** With a single value taken for a list of it, or a list of one for its item (DMN 1.5, 10.3.2.9.4). */
const fitsSomehow: Fit = (given, wanted) =>
  mayBe(given, wanted) ||
  (wanted.type === 'list' && given.type !== 'list' && mayBe(given, wanted.of)) ||
  (given.type === 'list' && wanted.type !== 'list' && mayBe(given.of, wanted));

function pairs(
  { parameters }: Signature,
  way: CallWay,
  count: number,
): { parameter: Parameter; argument: number }[] {
  return parameters.flatMap((parameter, position) => {
    const from = way.takes[position] ?? null;
    if (from === null) return [];
    const to = parameter.rest ? Math.max(count, from + 1) : from + 1;
    return Array.from({ length: to - from }, (_, i) => ({ parameter, argument: from + i }));
  });
}

function misfits(
  signature: Signature,
  way: CallWay,
  types: readonly FeelType[],
  fit: Fit,
): { parameter: Parameter; argument: number }[] {
  return pairs(signature, way, types.length).filter(({ parameter, argument }) => {
    const given = types[argument] ?? ANY;
    return !parameter.types.some((wanted) => fit(given, wanted));
  });
}

/** Whether every argument's type is known, so that no other signature could be meant. */
function isCertain(signature: Signature, way: CallWay, types: readonly FeelType[]): boolean {
  return pairs(signature, way, types.length).every(
    ({ parameter, argument }) =>
      types[argument]?.type !== 'any' || parameter.types.some(({ type }) => type === 'any'),
  );
}

export function checkFunction(syntax: Of<'function'>, scope: Scope, checker: Checker): Typed {
  const parameters = syntax.parameters.map(({ name, type }) => ({
    name,
    slot: checker.newSlot(),
    type: (type && readType(type, checker)) ?? ANY,
  }));
  const body = checker.check(syntax.body, withLocals(scope, parameters));
  return {
    plan: {
      op: 'function',
      parameters: parameters.map(({ name, slot }) => ({ name, slot })),
      body: body.plan,
      levels: levelsOf(body.plan),
    },
    type: { type: 'function', result: body.type },
  };
}

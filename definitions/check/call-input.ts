import { nearestName } from '../feel/nearest.ts';
import type { CallActivity } from '../flow/call-activity.ts';
import type { Flow } from '../flow/flow.ts';
import { pointer } from '../flow/json-pointer.ts';
import type { CheckContext } from './context.ts';
import { lookUp } from './environment.ts';
import { fits } from './fits.ts';
import type { Issue } from './issue.ts';
import { didYouMean, typeWord, wordFor } from './wording.ts';

/** What a called flow is given, against the input variables that it declares. */
export function checkCallInputs(context: CheckContext): readonly Issue[] {
  return [...context.graph.nodes.values()].flatMap((node) => {
    if (node.kind !== 'callActivity') return [];
    const called = lookUp(context.environment.flows, node.flow);
    if (called === undefined) return [];
    return [
      ...checkMissing(context, node, called),
      ...Object.entries(node.input).flatMap(([name, source]) =>
        checkGiven(context, node, called, name, source),
      ),
    ];
  });
}

function checkMissing(context: CheckContext, node: CallActivity, called: Flow): readonly Issue[] {
  return called.variables
    .filter(
      ({ name, input, initial }) =>
        input === true && initial === undefined && !Object.hasOwn(node.input, name),
    )
    .map(({ name }) => {
      const field = `/input${pointer(name)}`;
      const same = Object.hasOwn(context.turnTypes(node), name);
      return {
        code: 'missing input',
        severity: 'warning',
        place: { flow: context.flow.id, node: node.id, field },
        message: `${wordFor(node)}: the flow “${called.name}” is not given “${name}”, which is then empty.`,
        ...(same
          ? {
              fix: {
                title: `Give it “${name}”`,
                changes: [{ do: 'set', node: node.id, field, value: name }],
              },
            }
          : {}),
      };
    });
}

function checkGiven(
  context: CheckContext,
  node: CallActivity,
  called: Flow,
  name: string,
  source: string,
): readonly Issue[] {
  const field = `/input${pointer(name)}`;
  const place = { flow: context.flow.id, node: node.id, field };
  const inputs = called.variables.filter(({ input }) => input === true);
  const variable = inputs.find((candidate) => candidate.name === name);
  if (variable === undefined) {
    const meant = nearestName(
      name,
      inputs.map((input) => input.name),
    );
    const message = `${wordFor(node)}: the flow “${called.name}” takes no “${name}”.${didYouMean(meant)}`;
    return [{ code: 'unknown input', severity: 'error', place, message }];
  }
  const given = context.compile(source, context.turnTypes(node)).type;
  const fit = fits(given, variable.type);
  if (fit === 'yes') return [];
  const only = fit === 'no' ? '' : 'only ';
  const message = `${wordFor(node)}: “${name}” is given ${typeWord(given)}, and the flow “${called.name}” takes ${only}${typeWord(variable.type)}.`;
  return [{ code: 'type mismatch', severity: fit === 'no' ? 'error' : 'warning', place, message }];
}

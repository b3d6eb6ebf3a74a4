import type { ActivityContract } from '../activity/contract.ts';
import { nearestName } from '../feel/nearest.ts';
import { pointer } from '../flow/json-pointer.ts';
import type { ServiceTask } from '../flow/service-task.ts';
import { spokenName } from '../flow/spoken-name.ts';
import type { CheckContext } from './context.ts';
import { lookUp } from './environment.ts';
import { fits } from './fits.ts';
import type { Issue } from './issue.ts';
import { membersOf, requiredOf, takesOthers, typeOfSchema } from './schema-type.ts';
import { didYouMean, typeWord, wordFor } from './wording.ts';

/** What an activity is given, against the input its contract asks for. */
export function checkActivityInputs(context: CheckContext): readonly Issue[] {
  return [...context.graph.nodes.values()].flatMap((node) => {
    if (node.kind !== 'serviceTask') return [];
    const contract = lookUp(context.environment.activities, node.activity);
    if (contract === undefined) return [];
    return [
      ...checkMissing(context, node, contract),
      ...Object.entries(node.input).flatMap(([name, source]) =>
        checkGiven(context, node, contract, name, source),
      ),
    ];
  });
}

function checkMissing(
  context: CheckContext,
  node: ServiceTask,
  contract: ActivityContract,
): readonly Issue[] {
  const missing = requiredOf(contract.input).filter((name) => !Object.hasOwn(node.input, name));
  return missing.map((name) => {
    const field = `/input${pointer(name)}`;
    // A variable of the same name is what is meant nearly always.
    const same = Object.hasOwn(context.turnTypes(node), name);
    return {
      code: 'missing input',
      severity: 'error',
      place: { flow: context.flow.id, node: node.id, field },
      message: `${wordFor(node)} must be given “${spokenName(name)}”.`,
      ...(same
        ? {
            fix: {
              title: `Give it “${spokenName(name)}”`,
              changes: [{ do: 'set', node: node.id, field, value: name }],
            },
          }
        : {}),
    };
  });
}

function checkGiven(
  context: CheckContext,
  node: ServiceTask,
  contract: ActivityContract,
  name: string,
  source: string,
): readonly Issue[] {
  const field = `/input${pointer(name)}`;
  const place = { flow: context.flow.id, node: node.id, field };
  const wanted = membersOf(contract.input);
  if (!Object.hasOwn(wanted, name)) {
    if (takesOthers(contract.input)) return [];
    const meant = nearestName(
      name,
      Object.keys(wanted).filter((known) => !Object.hasOwn(node.input, known)),
    );
    return [
      {
        code: 'unknown input',
        severity: 'warning',
        place,
        message: `${wordFor(node)}: “${contract.title}” takes no “${name}”.${didYouMean(meant)}`,
        fix: {
          title: meant === undefined ? 'Leave it out' : `Give it as “${meant}”`,
          changes: [
            { do: 'unset', node: node.id, field },
            ...(meant === undefined
              ? []
              : [{ do: 'set' as const, node: node.id, field: `/input${pointer(meant)}`, value: source }]),
          ],
        },
      },
    ];
  }
  const type = typeOfSchema(wanted[name]);
  const given = context.compile(source, context.turnTypes(node)).type;
  const fit = fits(given, type, true);
  if (fit === 'yes') return [];
  const message =
    fit === 'no'
      ? `${wordFor(node)}: “${spokenName(name)}” is given ${typeWord(given)}, and “${contract.title}” takes ${typeWord(type)}.`
      : `${wordFor(node)}: “${spokenName(name)}” may be ${typeWord(given)}, and “${contract.title}” takes only ${typeWord(type)}.`;
  return [{ code: 'type mismatch', severity: fit === 'no' ? 'error' : 'warning', place, message }];
}

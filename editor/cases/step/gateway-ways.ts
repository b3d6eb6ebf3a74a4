import type { ExclusiveGateway } from '../../../definitions/flow/exclusive-gateway.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import type { Json, JsonObject } from '../../../definitions/flow/json.ts';
import { OUT } from '../../../definitions/flow/base.ts';
import { spokenPath } from '../../../definitions/flow/spoken-name.ts';
import { words } from '../../shell/words.ts';
import { inputsIn } from '../decision.ts';
import type { Occasion } from './occasion.ts';

/** A way out of a branch, and what became of it in a case. */
export interface WayOut {
  readonly port: string;
  readonly name: string;
  /** Null: the way for all other cases. */
  readonly condition: string | null;
  readonly was: 'taken' | 'not so' | 'not asked';
  /** What the condition saw, by names one can say. */
  readonly saw: JsonObject;
}

/** The ways out of a branch in the order in which they are asked; nothing is claimed of those that nobody asked. */
export function waysOut(
  node: ExclusiveGateway,
  flow: Flow,
  occasion: Occasion | undefined,
): readonly WayOut[] {
  const last = occasion?.ended ?? occasion?.entries.findLast(({ what }) => what === 'stuck');
  const saw = inputsIn(last) ?? {};
  const taken = last?.what === 'left' ? last.port : undefined;
  const takenAt = node.branches.findIndex(({ port }) => port === taken);
  const wasAsked = last !== undefined && last.detail?.['skipped'] !== true;
  const ways = node.branches.map(({ port, name, condition }, index): WayOut => {
    const isBefore = wasAsked && (takenAt === -1 || index < takenAt);
    const was = index === takenAt ? 'taken' : isBefore ? 'not so' : 'not asked';
    return { port, name, condition, was, saw: was === 'not asked' ? {} : named(condition, saw) };
  });
  const { defaultPort } = node;
  if (defaultPort === undefined || ways.some(({ port }) => port === defaultPort)) return ways;
  const edge = flow.edges.find(({ from }) => from.node === node.id && from.port === defaultPort);
  const name = edge?.name ?? words.way.others;
  const was = taken === defaultPort ? 'taken' : 'not asked';
  return [...ways, { port: defaultPort, name, condition: null, was, saw: {} }];
}

/** Of what was seen, that which stands in the condition; longer names first, so that none is found within another. */
function named(condition: string, saw: JsonObject): JsonObject {
  let rest = condition;
  const found: [string, Json][] = [];
  for (const [name, value] of Object.entries(saw).sort(([a], [b]) => b.length - a.length)) {
    if (!rest.includes(name)) continue;
    rest = rest.replaceAll(name, ' ');
    found.push([spokenPath(name), value]);
  }
  return Object.fromEntries(found);
}

/** The port's name as drawn, for a head line; '' for the only way on. */
export function wayName(ways: readonly WayOut[], port: string | undefined): string {
  return port === undefined || port === OUT ? '' : (ways.find((way) => way.port === port)?.name ?? '');
}

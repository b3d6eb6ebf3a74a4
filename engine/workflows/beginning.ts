import { BROUGHT_BACK, SAID_AT, type Arrival } from '../../definitions/model/arrival.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';

/**
 * What a run that is not under way begins with by this arrival: of what every case knows, that which the flow asks
 * for. Null: it does not begin by this. A mention begins it, and a person who brings the case back, if the flow knows
 * of that; what was history stays history then, and was said when it was.
 */
export function beginningBy(
  arrival: Arrival,
  about: {
    readonly caseId: string;
    readonly channel: string;
    readonly brand: string;
    readonly isNew: boolean;
  },
  { variables }: Flow,
): JsonObject | null {
  const inputs = variables.flatMap(({ name, input }) => (input === true ? [name] : []));
  const isBroughtBack = arrival.kind === 'message' && arrival.name === BROUGHT_BACK;
  if (arrival.kind !== 'mention' && !(isBroughtBack && inputs.includes(BROUGHT_BACK))) return null;
  const known: Record<string, Json> = {
    'case id': about.caseId,
    channel: about.channel,
    brand: about.brand,
    ...(isBroughtBack ? {} : { history: arrival.history, [SAID_AT]: arrival.saidAt ?? arrival.at }),
    reopened: !about.isNew && !isBroughtBack,
    [BROUGHT_BACK]: isBroughtBack,
  };
  return Object.fromEntries(inputs.flatMap((name) => (name in known ? [[name, known[name] ?? null]] : [])));
}

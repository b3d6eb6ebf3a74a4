import type { DecisionTable } from '../../definitions/decision/table.ts';
import { BROUGHT_BACK } from '../../definitions/model/arrival.ts';
import type { Case, TrailEntry } from '../../definitions/model/case.ts';
import type { Mention } from '../../definitions/model/mention.ts';
import type { NoiseReason, NoiseRow } from '../../definitions/model/views/noise.ts';
import type { Store } from '../store/store.ts';
import type { Drawing } from './drawings.ts';

/** How a flow calls what it does not answer: the outcome of its end. */
export const PUT_ASIDE = 'put aside';
const MOST_MENTIONS = 3;
/** The decision stands near the end of the way. */
const LAST_STEPS = 200;

/** A case that was put aside, with what was said, why it was put aside, and whether it can be brought back. */
export async function noiseRow(store: Store, found: Case, drawing: Drawing | null): Promise<NoiseRow> {
  const { id, title: name, channel, brand, history } = found;
  const [mentions, profiles, trail] = await Promise.all([
    store.mentions.byCase(id),
    store.profiles.byCase(id),
    store.cases.trail(id, LAST_STEPS),
  ]);
  const authors = new Map(profiles.map((profile) => [profile.id, profile.name ?? profile.handle]));
  const inbound = mentions.filter(({ direction }) => direction === 'inbound').slice(-MOST_MENTIONS);
  return {
    case: { id, name, channel, brand },
    at: found.closedAt ?? found.changedAt,
    history,
    mentions: inbound.map((mention) => saidOf(mention, authors.get(mention.profileId) ?? null)),
    reason: drawing === null ? null : reasonOf(found.revision ?? '', trail, drawing),
    stays: staysBecause(found, drawing),
  };
}

/** Why a case that was put aside cannot be brought back now; null: it can. */
export function staysBecause(found: Case, drawing: Drawing | null): NoiseRow['stays'] {
  const knows = drawing?.revision.flow.variables.some(
    ({ name, input }) => input === true && name === BROUGHT_BACK,
  );
  if (knows !== true) return 'older drawing';
  return found.lastSeq > found.seenSeq ? 'coming back' : null;
}

function saidOf(mention: Mention, author: string | null): NoiseRow['mentions'][number] {
  const { id, kind, occurredAt: at, erasedAt } = mention;
  const isErased = erasedAt !== undefined;
  return {
    id,
    author,
    kind,
    text: isErased ? null : mention.text,
    url: isErased ? null : (mention.url ?? null),
    at,
  };
}

/** The last decision on its way, in the words of its drawing. */
function reasonOf(revision: string, trail: readonly TrailEntry[], drawing: Drawing): NoiseReason | null {
  for (const entry of trail.toReversed()) {
    const step = drawing.node(entry.flow, entry.node);
    if (entry.what !== 'left' || step?.kind !== 'businessRuleTask') continue;
    const { decision } = step;
    const table = 'table' in decision ? drawing.revision.tables[decision.table] : undefined;
    const index = table?.rows.findIndex(({ id }) => id === rowIn(entry)) ?? -1;
    return {
      flow: drawing.revision.flow.id,
      called: entry.flow,
      node: entry.node,
      revision,
      step: step.name,
      about: step.documentation ?? null,
      table: table?.name ?? null,
      row: index < 0 ? null : index + 1,
      note: table?.rows[index]?.annotation ?? null,
      looked: table === undefined ? [] : lookedAt(table, index, entry),
    };
  }
  return null;
}

function rowIn({ detail }: TrailEntry): string | null {
  const rows = detail?.['rows'];
  const [first] = Array.isArray(rows) ? rows : [];
  return typeof first === 'string' ? first : null;
}

/** What a row looked at, as the way of the case keeps it; tests that let everything pass are left out. */
function lookedAt(table: DecisionTable, index: number, { detail }: TrailEntry): NoiseReason['looked'] {
  const inputs = detail?.['inputs'];
  if (typeof inputs !== 'object' || inputs === null || Array.isArray(inputs)) return [];
  const seen = new Map(Object.entries(inputs));
  const tests = table.rows[index]?.when ?? [];
  return table.inputs.flatMap(({ name }, column) => {
    const test = (tests[column] ?? '-').trim();
    return test === '-' || test === '' ? [] : [{ name, test, value: seen.get(name) ?? null }];
  });
}

import type { LinkEvent, LinkQuestion } from '../../definitions/model/customer.ts';
import type { WeighedField, WhoQuestion } from '../../definitions/model/views/who.ts';
import type { Store } from '../store/store.ts';
import type { Directory } from './directory.ts';

/** A question as it is put before a person; null where who wrote, or the customer, is gone. */
export async function whoQuestion(
  store: Store,
  asked: LinkQuestion,
  directory: Directory,
): Promise<WhoQuestion | null> {
  const { profileId, customerId, eventId, since, probability } = asked;
  const [profile, customer, events, latest] = await Promise.all([
    store.profiles.find(profileId),
    store.customers.find(customerId),
    store.links.ofProfile(profileId),
    store.mentions.latestOfProfile(profileId),
  ]);
  if (profile === null || customer === null) return null;
  const ofPair = events.filter((event) => event.customerId === customerId);
  const evidence = ofPair.find(({ id }) => id === eventId)?.evidence ?? {};
  const back = ofPair.findLast(({ what }) => what === 'unlinked');
  return {
    eventId,
    since,
    probability,
    isHousehold: evidence['isHousehold'] === true,
    profile,
    customer,
    prior: typeof evidence['prior'] === 'number' ? evidence['prior'] : 0,
    fields: fieldsOf(evidence),
    said: latest === null ? null : { text: latest.text, at: latest.occurredAt, caseId: latest.caseId },
    takenBack:
      back === undefined ? null : { by: directory.person(back.by), at: back.at, why: back.why ?? '' },
  };
}

/** What was kept of how the two were weighed, field by field. */
function fieldsOf(evidence: LinkEvent['evidence']): readonly WeighedField[] {
  const steps = evidence['steps'];
  if (!Array.isArray(steps)) return [];
  return steps.flatMap((step): WeighedField[] => {
    if (typeof step !== 'object' || step === null || Array.isArray(step)) return [];
    const kept = new Map(Object.entries(step));
    const text = (name: string): string | null => {
      const value = kept.get(name);
      return typeof value === 'string' ? value : null;
    };
    const bits = kept.get('bits');
    return [
      {
        field: text('field') ?? '',
        left: text('left'),
        right: text('right'),
        bits: typeof bits === 'number' ? bits : 0,
        words: text('words') ?? '',
      },
    ];
  });
}

import type { ProfileDoc } from '../models/profile.ts';
import { searchWords } from '../search-words.ts';
import type { Known } from './known.ts';
import { channelKey } from './threads.ts';
import type { Change } from './writes.ts';

const SAID = ['name', 'handle', 'email', 'phone'] as const;

/** The authors of a batch: new ones, and known ones of whom something else is said now than is stored. */
export function profilesOf(known: Known, about: { readonly newId: () => string }) {
  const created = new Map<string, ProfileDoc>();
  const changed = new Map<string, Change<ProfileDoc>>();
  // In order of time: what was said last holds. What is left out says nothing.
  for (const { mention } of known.fresh) {
    const { author, channel } = mention;
    const key = channelKey(channel, author.externalId);
    const stored = known.profiles.get(key);
    const said = Object.fromEntries(
      SAID.flatMap((field) => (author[field] === undefined ? [] : [[field, author[field]]])),
    );
    if (stored === undefined) {
      const before = created.get(key) ?? blank(about.newId(), channel, author.externalId);
      created.set(key, { ...before, ...said });
    } else {
      const set = { ...changed.get(key)?.set, ...said };
      if (SAID.some((field) => set[field] !== undefined && set[field] !== stored[field]))
        changed.set(key, { id: stored._id, set });
      else changed.delete(key);
    }
  }
  const stored = new Map([...known.profiles.values()].map((doc) => [doc._id, doc]));
  return {
    created: [...created.values()].map((doc) => ({ ...doc, nameWords: nameWords(doc) })),
    changed: [...changed.values()].map(({ id, set }) => ({
      id,
      set: { ...set, nameWords: nameWords({ ...stored.get(id), ...set }) },
    })),
    idOf(channel: string, externalId: string): string {
      const key = channelKey(channel, externalId);
      const profile = known.profiles.get(key) ?? created.get(key);
      if (profile === undefined) throw new Error('An author of the batch is not among its profiles.');
      return profile._id;
    },
  };
}

function blank(id: string, channel: string, externalId: string): ProfileDoc {
  const unnamed = { name: null, handle: null, email: null, phone: null, nameWords: [] };
  return { _id: id, channel, externalId, ...unnamed, erasedAt: null };
}

function nameWords({ handle, name, email }: Partial<ProfileDoc>): readonly string[] {
  return searchWords([handle, name, email]);
}

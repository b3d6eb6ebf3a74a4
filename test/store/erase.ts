import type { Store } from '../../engine/store/store.ts';

/** Erases the person of one profile, as somebody asked by letter. */
export function erase(store: Store, ...profileIds: readonly string[]) {
  return store.erasure.erase({ profileIds, by: 'dora', reference: 'letter 7', why: 'They asked for it.' });
}

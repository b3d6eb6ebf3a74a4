import type { Thread } from './threads.ts';

/**
 * Gives every mention of a thread the brand that answered there first; where nobody answered, the first brand of the
 * file that its first mention speaks to. Mentions that name a brand keep it.
 */
export function withBrands(threads: readonly Thread[]): readonly Thread[] {
  const brands = new Map<string, string>();
  for (const { mentions } of threads) {
    for (const { mention } of mentions) {
      if (mention.direction === 'outbound')
        brands.set(mention.author.externalId.toLowerCase(), mention.author.externalId);
    }
  }
  return threads.map((thread) => {
    const answerer = thread.mentions.find(({ mention }) => mention.direction === 'outbound')?.mention.author
      .externalId;
    const brand = answerer ?? spokenTo(thread, brands);
    if (brand === undefined) return thread;
    return {
      ...thread,
      mentions: thread.mentions.map((row) => ({ ...row, mention: { brand, ...row.mention } })),
    };
  });
}

function spokenTo(thread: Thread, brands: ReadonlyMap<string, string>): string | undefined {
  const handles = thread.mentions[0]?.mention.text.match(/@\w+/g) ?? [];
  return handles
    .map((handle) => brands.get(handle.slice(1).toLowerCase()))
    .find((brand) => brand !== undefined);
}

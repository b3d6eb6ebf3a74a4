import type { ChannelKind } from '../../../definitions/model/mention.ts';
import type { Database } from '../database.ts';
import { untilWritten } from '../transaction.ts';

const KINDS: readonly ChannelKind[] = ['tweet', 'blog', 'forum', 'email', 'phone', 'shop', 'chat', 'webhook'];

/** The kinds of the named channels; one that nobody declared is kept now, as `unknown` or what its name says. */
export async function channelKinds(
  db: Database,
  names: readonly string[],
  unknown: ChannelKind | undefined,
): Promise<(channel: string) => ChannelKind> {
  const { channels } = db.models;
  const wanted = [...new Set(names)];
  const found = await channels.find({ _id: { $in: wanted } }).lean();
  const kinds = new Map(found.map((doc) => [doc._id, doc.kind]));
  for (const name of wanted) {
    if (kinds.has(name)) continue;
    const kind = unknown ?? KINDS.find((each) => each === name) ?? 'webhook';
    await untilWritten(() => channels.updateOne({ _id: name }, { $setOnInsert: { kind } }, { upsert: true }));
    const stored = await channels.findById(name).lean();
    kinds.set(name, stored?.kind ?? kind);
  }
  return (channel) => kinds.get(channel) ?? 'webhook';
}

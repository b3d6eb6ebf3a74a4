import type { IncomingMention } from '../../../definitions/model/mention.ts';
import type { ReadMention } from './read-file.ts';

/** The mentions of one thread, in order of time, each with the thread's id. */
export interface Thread {
  readonly id: string;
  readonly mentions: readonly { readonly line: number; readonly mention: IncomingMention }[];
}

/**
 * Joins the mentions of a file into threads, wherever in the file their parents stand. A parent that is not in the
 * file still joins its children; a cycle is one thread. A thread is named after its root, whether that is in the file
 * or not, and after the smallest id where there is none: the same for any order of rows. Threads come in order of
 * their first mention.
 */
export function joinThreads(rows: readonly ReadMention[]): readonly Thread[] {
  const sets = new DisjointSets();
  const answers = new Set<string>();
  for (const { mention, before } of rows) {
    const chain = [...before, mention.externalId];
    if (mention.threadId !== undefined) sets.join(named(mention.threadId), mention.externalId);
    for (const [index, id] of chain.entries()) {
      const parent = chain[index - 1];
      if (parent === undefined || parent === id) sets.add(id);
      else {
        sets.join(parent, id);
        answers.add(id);
      }
    }
  }
  const names = sets.nameEach((members) => {
    const given = members.filter(isNamed);
    if (given.length > 0) return smallest(given).slice(NAMED.length);
    const roots = members.filter((id) => !answers.has(id));
    return smallest(roots.length > 0 ? roots : members);
  });
  const threads = new Map<string, { line: number; mention: IncomingMention }[]>();
  for (const { line, mention } of rows) {
    const threadId = names.get(mention.externalId) ?? mention.externalId;
    const thread = threads.get(threadId) ?? [];
    thread.push({ line, mention: { ...mention, threadId } });
    threads.set(threadId, thread);
  }
  return [...threads]
    .map(([id, mentions]) => ({
      id,
      mentions: mentions.sort(
        (a, b) => compare(a.mention.occurredAt, b.mention.occurredAt) || a.line - b.line,
      ),
    }))
    .sort((a, b) => compare(firstAt(a), firstAt(b)));
}

/** Thread names given by a file live beside mention ids; NUL stands in no id. */
const NAMED = '\0thread:';
const named = (threadId: string): string => NAMED + threadId;
const isNamed = (id: string): boolean => id.startsWith(NAMED);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const firstAt = (thread: Thread): string => thread.mentions[0]?.mention.occurredAt ?? '';

function smallest(ids: readonly string[]): string {
  return ids.reduce((least, id) => (id < least ? id : least));
}

/** Union-find with path halving; nothing in it is recursive, so a thread may be as long as it likes. */
class DisjointSets {
  readonly #parent = new Map<string, string>();

  add(id: string): void {
    if (!this.#parent.has(id)) this.#parent.set(id, id);
  }

  join(a: string, b: string): void {
    this.add(a);
    this.add(b);
    this.#parent.set(this.#root(a), this.#root(b));
  }

  /** The name of each id's set, made from all its members. */
  nameEach(name: (members: readonly string[]) => string): ReadonlyMap<string, string> {
    const members = new Map<string, string[]>();
    for (const id of this.#parent.keys()) {
      const root = this.#root(id);
      const set = members.get(root);
      if (set) set.push(id);
      else members.set(root, [id]);
    }
    const names = new Map<string, string>();
    for (const set of members.values()) {
      const given = name(set);
      for (const id of set) names.set(id, given);
    }
    return names;
  }

  #root(id: string): string {
    let at = id;
    for (
      let parent = this.#parent.get(at);
      parent !== undefined && parent !== at;
      parent = this.#parent.get(at)
    ) {
      const grandparent = this.#parent.get(parent) ?? parent;
      this.#parent.set(at, grandparent);
      at = grandparent;
    }
    return at;
  }
}

import { BOUNDS } from '../flow/bounds.ts';
import { nameKey } from '../flow/flow-names.ts';
import type { DraftContent } from '../flow/draft.ts';
import type { Flow } from '../flow/flow.ts';
import type { FlowNode } from '../flow/node.ts';
import type { WordList } from '../flow/word-list.ts';
import { listsReadBy, type ListUse } from './list-use.ts';

type Lists = DraftContent['wordLists'];

/** What is said by itself in no other language is said by the words of this list. */
const LAST_WORDING = 'wording-en';

/** A word list as somebody asks for it. */
export interface WantedList {
  readonly name: string;
  readonly use: Exclude<ListUse, 'other'>;
  /** A code, 'en'. */
  readonly language?: string;
}

/** Why there can be no such list. `no language`, `language taken`: of what is sent there is one list for each language. */
export type ListRefusal =
  'no name' | 'long name' | 'name taken' | 'no language' | 'language taken' | 'too many';

/** Why a list cannot be called like this; `id`: it is that one, which may keep its name. */
export function refusalOfName(lists: Lists, name: string, id?: string): ListRefusal | undefined {
  if (name.trim() === '') return 'no name';
  if (name.length > BOUNDS.nameCharacters) return 'long name';
  const isTaken = Object.values(lists).some((one) => one.id !== id && nameKey(one.name) === nameKey(name));
  return isTaken ? 'name taken' : undefined;
}

/**
 * The list that is asked for, without a word yet, or why there can be none. Which steps read it is told by how its id
 * begins; `fresh` makes the rest of it.
 */
export function newWordList(
  lists: Lists,
  { name, use, language }: WantedList,
  fresh: string,
): { readonly list: WordList } | { readonly refused: ListRefusal } {
  const refused = refusalOfName(lists, name);
  if (refused !== undefined) return { refused };
  if (Object.keys(lists).length >= BOUNDS.parts) return { refused: 'too many' };
  if (use === 'wording' && language === undefined) return { refused: 'no language' };
  const id = `${use}-${use === 'wording' ? language : fresh}`;
  if (Object.hasOwn(lists, id)) return { refused: 'language taken' };
  return { list: { id, name: name.trim(), ...(language === undefined ? {} : { language }), entries: [] } };
}

/** A step that reads with a list, and the flow that it stands in. */
export interface ListReader {
  readonly flow: Flow;
  readonly node: FlowNode;
}

/** The steps of a draft that read with a list. */
export function readersOf(
  { flow, called }: Pick<DraftContent, 'flow' | 'called'>,
  list: Pick<WordList, 'id'>,
): readonly ListReader[] {
  return [flow, ...Object.values(called)].flatMap((one) =>
    one.nodes.flatMap((node) =>
      node.kind === 'serviceTask' && listsReadBy(node.activity, [list]).length > 0
        ? [{ flow: one, node }]
        : [],
    ),
  );
}

/** Whether steps could not do their work without a list: they would have nothing to send. */
export function isNeeded(list: Pick<WordList, 'id'>, readers: readonly ListReader[]): boolean {
  return list.id === LAST_WORDING && readers.length > 0;
}

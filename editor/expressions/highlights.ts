import { highlightTree, tagHighlighter, tags } from '@lezer/highlight';
import { treesFor } from '../../definitions/feel/parse/parse.ts';
import type { FeelSetting } from './setting.ts';

/** What a stretch of a source is, as far as it is shown: a text, a moment or duration, a name, a keyword, a remark. */
export type Mark = 'text' | 'moment' | 'name' | 'keyword' | 'remark';

export interface Highlight {
  readonly from: number;
  readonly to: number;
  readonly mark: Mark;
}

const MARKS: ReadonlySet<string> = new Set<Mark>(['text', 'moment', 'name', 'keyword', 'remark']);

const marks = tagHighlighter([
  { tag: tags.string, class: 'text' },
  { tag: tags.special(tags.string), class: 'moment' },
  { tag: [tags.variableName, tags.propertyName, tags.derefOperator], class: 'name' },
  // What is called is no value of the case.
  {
    tag: [tags.function(tags.variableName), tags.standard(tags.function(tags.variableName))],
    class: 'called',
  },
  { tag: [tags.keyword, tags.bool, tags.null, tags.self], class: 'keyword' },
  { tag: tags.comment, class: 'remark' },
]);

/** Finds what to show how; the names in sight are read as they are, blanks and all. Nothing of what is too long. */
export function highlighterFor({ as, types }: FeelSetting): (source: string) => readonly Highlight[] {
  const trees = treesFor(types);
  const treeOf = as.kind === 'tests' ? trees.unaryTests : trees.expression;
  return (source) => {
    const tree = treeOf(source);
    if (tree === null) return [];
    const found: Highlight[] = [];
    highlightTree(tree, marks, (from, to, mark) => {
      const last = found.at(-1);
      if (!isMark(mark)) return;
      if (last?.to === from && last.mark === mark) found[found.length - 1] = { ...last, to };
      else found.push({ from, to, mark });
    });
    return found;
  };
}

function isMark(mark: string): mark is Mark {
  return MARKS.has(mark);
}

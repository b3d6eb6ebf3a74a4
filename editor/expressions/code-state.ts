import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import { highlighterFor, type Highlight, type Mark } from './highlights.ts';
import type { FeelSetting } from './setting.ts';

/** Tells a field that what surrounds it has changed. */
export const settingChanges = StateEffect.define<FeelSetting>();

interface Shown {
  readonly setting: FeelSetting;
  readonly highlight: (source: string) => readonly Highlight[];
  readonly marks: DecorationSet;
}

const shownState = StateField.define<Shown>({
  create: () => {
    throw new Error('A field of an expression begins with what surrounds it.');
  },
  update(before, transaction) {
    const setting = transaction.effects.find((effect) => effect.is(settingChanges))?.value;
    const source = transaction.newDoc.toString();
    if (setting !== undefined) return shownIn(setting, source);
    if (!transaction.docChanged) return before;
    return { ...before, marks: marksOf(before.highlight(source)) };
  },
  provide: (state) => EditorView.decorations.from(state, ({ marks }) => marks),
});

/** What a field knows of its surroundings, and the colours that come of it. */
export function settingOf(setting: FeelSetting, source: string): Extension {
  return shownState.init(() => shownIn(setting, source));
}

/** What surrounds the expression of a field. */
export function settingIn(view: { readonly state: EditorView['state'] }): FeelSetting {
  return view.state.field(shownState).setting;
}

function shownIn(setting: FeelSetting, source: string): Shown {
  const highlight = highlighterFor(setting);
  return { setting, highlight, marks: marksOf(highlight(source)) };
}

const DECORATIONS: { readonly [M in Mark]: Decoration } = {
  text: Decoration.mark({ class: 'cm-mark-text' }),
  moment: Decoration.mark({ class: 'cm-mark-moment' }),
  name: Decoration.mark({ class: 'cm-mark-name' }),
  keyword: Decoration.mark({ class: 'cm-mark-keyword' }),
  remark: Decoration.mark({ class: 'cm-mark-remark' }),
};

function marksOf(highlights: readonly Highlight[]): DecorationSet {
  return Decoration.set(highlights.map(({ from, to, mark }) => DECORATIONS[mark].range(from, to)));
}

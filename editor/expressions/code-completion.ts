import {
  autocompletion,
  closeCompletion,
  completionStatus,
  pickedCompletion,
  type Completion as ListedCompletion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { EditorState, Prec, type Extension } from '@codemirror/state';
import { EditorView, keymap, showTooltip } from '@codemirror/view';
import { drawingWords } from '../shell/drawing-words.ts';
import { settingIn } from './code-state.ts';
import { completionsAt, type Completion } from './completions.ts';

/** Values before names before functions, as far as they suit what is written equally well. */
const BOOST: { readonly [K in Completion['kind']]: number } = { value: 20, name: 10, function: 0 };

/**
 * The list of what can stand where one writes. Escape closes it before it does anything else; Tab leaves the field.
 * Unless its first `isChosen` from the start, Enter takes nothing of it before the arrows have chosen something.
 */
export function completion(isChosen: boolean): Extension {
  return [
    Prec.highest(
      keymap.of([
        { key: 'Escape', run: close, stopPropagation: true },
        { key: 'Tab', run: leave, shift: leave },
      ]),
    ),
    EditorState.phrases.of({ Completions: drawingWords.expressions.list }),
    autocompletion({ override: [listed], icons: false, maxRenderedOptions: 60, selectOnOpen: isChosen }),
    // A dialog around the field hears of the key before the field does, and must leave it alone.
    EditorView.contentAttributes.of(({ state }) =>
      isListed(state) ? { 'data-mantine-stop-propagation': 'true' } : null,
    ),
  ];
}

/** What is only being looked for takes no key away from what is around the field. */
function close(view: EditorView): boolean {
  const isShown = isListed(view.state);
  closeCompletion(view);
  return isShown;
}

/** Whether a list can be seen: also while it is looked up anew for what was written since. */
export function isListed(state: EditorState): boolean {
  return completionStatus(state) !== null && state.facet(showTooltip).some((tooltip) => tooltip !== null);
}

/** A list that stays open would be the next that Tab leads to. */
function leave(view: EditorView): boolean {
  closeCompletion(view);
  return false;
}

function listed(context: CompletionContext): CompletionResult | null {
  const source = context.state.doc.toString();
  const found = completionsAt(source, context.pos, settingIn(context), context.explicit);
  return found && { from: found.from, options: found.options.map(asListed) };
}

function asListed(option: Completion, place: number): ListedCompletion {
  return {
    label: option.label,
    detail: option.detail,
    boost: BOOST[option.kind],
    // Values in their author's order, names by the alphabet.
    ...(option.kind === 'value' ? { sortText: String(place).padStart(6, '0') } : {}),
    apply: (view, picked, from, to) => {
      const next = view.state.sliceDoc(to, to + 1);
      // The quote that was closed when it was opened.
      const end =
        option.kind === 'value' && next === '"' && view.state.sliceDoc(from, from + 1) === '"' ? to + 1 : to;
      view.dispatch({
        changes: { from, to: end, insert: option.write },
        selection: { anchor: from + option.cursor },
        annotations: pickedCompletion.of(picked),
        userEvent: 'input.complete',
        scrollIntoView: true,
      });
    },
  };
}

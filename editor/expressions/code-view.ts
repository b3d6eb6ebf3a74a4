import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { history, isolateHistory, redo, standardKeymap, undo, undoDepth } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder as whenEmpty, type KeyBinding } from '@codemirror/view';
import { BOUNDS } from '../../definitions/flow/bounds.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { completion } from './code-completion.ts';
import { settingChanges, settingOf } from './code-state.ts';
import { codeTheme } from './code-theme.ts';
import type { Finding } from './findings.ts';
import type { FeelSetting } from './setting.ts';

/** What a field tells of itself. */
export interface CodeEvents {
  onText(text: string): void;
  onFocus(isFocused: boolean): void;
  /** Enter, or with Ctrl in a field of several lines. */
  onEnter(): void;
  /** Something was left out, for it would have been too long. */
  onTooLong(): void;
}

export interface CodeStart {
  readonly text: string;
  readonly setting: FeelSetting;
  readonly isOneLine: boolean;
  readonly isReadOnly: boolean;
  readonly placeholder: string;
  readonly events: CodeEvents;
  /** What it has beside what every field has, and before it. */
  readonly own?: Extension;
  /** Whether of what is listed the first is chosen until another is; else nothing is. */
  readonly isFirstChosen?: boolean;
}

export type Attributes = { readonly [name: string]: string };

const attributes = new Compartment();
const past = new Compartment();

/** With nothing of its own left to take back the key is the page's. */
const TURNS: readonly KeyBinding[] = [
  { key: 'Mod-z', run: undo },
  { key: 'Mod-Shift-z', run: redo },
  { key: 'Mod-y', run: redo },
];

/** A field in which an expression is written, put into `parent`. */
export function openCode(parent: HTMLElement, start: CodeStart): EditorView {
  const { text, setting, isOneLine, isReadOnly, placeholder, events, own = [], isFirstChosen = true } = start;
  const enter = { key: isOneLine ? 'Enter' : 'Mod-Enter', run: () => (events.onEnter(), true) };
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        own,
        settingOf(setting, text),
        completion(isFirstChosen),
        keymap.of([enter, ...closeBracketsKeymap, ...TURNS, ...standardKeymap]),
        past.of(history()),
        EditorState.readOnly.of(isReadOnly),
        closeBrackets(),
        EditorState.languageData.of(() => [{ closeBrackets: { brackets: ['(', '[', '{', '"'] } }]),
        bracketMatching(),
        placeholder === '' ? [] : whenEmpty(placeholder),
        isOneLine ? oneLine : EditorView.lineWrapping,
        bounded(events),
        attributes.of([]),
        codeTheme,
        EditorView.updateListener.of((update) => {
          if (update.docChanged) events.onText(update.state.doc.toString());
          if (update.focusChanged) events.onFocus(update.view.hasFocus);
        }),
      ],
    }),
  });
}

const oneLine: Extension = [
  EditorView.clipboardInputFilter.of((text) => text.trim().replace(/\s*\n\s*/g, ' ')),
  EditorState.transactionFilter.of((change) =>
    change.newDoc.lines > Math.max(1, change.startState.doc.lines) ? [] : change,
  ),
];

/** What would make it longer than a definition may hold is left out. */
function bounded({ onTooLong }: CodeEvents): Extension {
  return EditorState.transactionFilter.of((change) => {
    const { newDoc, startState } = change;
    if (newDoc.length <= BOUNDS.feelCharacters || newDoc.length <= startState.doc.length) return change;
    queueMicrotask(onTooLong);
    return [];
  });
}

/**
 * Puts another text into a field, whatever its length. What somebody was writing there can be taken back to; what came
 * from elsewhere is taken back where it was done.
 */
export function writeAll(view: EditorView, text: string): void {
  const isOwn = view.hasFocus && undoDepth(view.state) > 0;
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: text },
    annotations: isolateHistory.of('full'),
    filter: false,
  });
  if (isOwn) return;
  view.dispatch({ effects: past.reconfigure([]) });
  view.dispatch({ effects: past.reconfigure(history()) });
}

/** Tells a field of what surrounds it now. */
export function putSetting(view: EditorView, setting: FeelSetting): void {
  view.dispatch({ effects: settingChanges.of(setting) });
}

/** What those who hear the page, and its labels, know of a field. */
export function putAttributes(view: EditorView, given: Attributes): void {
  view.dispatch({ effects: attributes.reconfigure(EditorView.contentAttributes.of(given)) });
}

/** Underlines what is wrong, with the sentence behind it. */
export function underline(view: EditorView, findings: readonly Finding[]): void {
  const { length } = view.state.doc;
  const shown = findings
    .filter(({ to }) => to <= length)
    .map((finding) => ({
      from: finding.from,
      to: finding.to,
      severity: finding.severity,
      message: finding.message,
      actions:
        finding.instead === undefined
          ? []
          : [{ name: drawingWords.expressions.write(finding.instead), apply: () => mend(view, finding) }],
    }));
  view.dispatch(setDiagnostics(view.state, shown));
}

/** Writes what was meant in the place of what is wrong. */
export function mend(view: EditorView, { from, to, instead }: Finding): void {
  if (instead === undefined || to > view.state.doc.length) return;
  view.dispatch({
    changes: { from, to, insert: instead },
    selection: { anchor: from + instead.length },
    userEvent: 'input.complete',
  });
  view.focus();
}

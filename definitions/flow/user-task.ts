import type { Feel, Mapping, NodeBase } from './base.ts';
import type { TaskExtras } from './task.ts';
import type { ValueType } from './value-type.ts';

/** One field of a form. A field of type `text` is stored as a text; the run sees its id. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly type: ValueType;
  readonly required?: boolean;
  readonly help?: string;
  /** Of a text: whether it is held to the length of one reply on the channel. Absent: the first text of a form is. */
  readonly channelLength?: boolean;
  /** FEEL over the run's variables; what the field holds when the form opens. */
  readonly suggested?: Feel;
}

/**
 * A person decides. `assignment`: FEEL yielding ids (a string or a list of strings, or null) of who may take it;
 * nobody named means anybody may. The answers come into `result` as a context by field name, with
 * `answered by` (person id) and `answered elsewhere` (true when it was settled by a reply seen on the channel).
 * `due`: FEEL, a date and time or a duration from now: for sorting and showing; what happens when late is drawn
 * as a timer boundary event. `reads`: messages that count as read once this is answered.
 * `answeredBy`: a message that answers it from outside (for replies given elsewhere).
 */
export interface UserTask extends NodeBase<'userTask'>, TaskExtras {
  readonly form: readonly FormField[];
  readonly instructions?: string;
  readonly guide?: string;
  readonly assignment: { readonly person?: Feel; readonly team?: Feel; readonly role?: Feel };
  readonly due?: Feel;
  readonly priority?: Feel;
  /** Facts shown beside the form, by label. */
  readonly show?: Mapping;
  readonly reads?: readonly string[];
  readonly answeredBy?: string;
  readonly result?: string;
}

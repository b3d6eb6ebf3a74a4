/** Words of the designer about what was done: whether it is saved, who else is here, and what did not go together. */
import { listed } from '../../../definitions/flow/listed.ts';
import { many } from '../many.ts';

export const session = {
  saved: 'saved',
  saving: 'saving…',
  offline: 'offline, kept here',
  offlineHelp: 'Earshot does not answer. What you do is kept in this browser and sent once it is back.',
  unsaved: 'not saved',
  notSaved: (why: string) => `not saved: ${why}`,
  notKept: 'This browser keeps nothing; only what is saved is safe.',
  signedOut: 'You are not signed in any more.',
  signedOutToDo:
    'Open a fresh sign-in link in another tab; this page goes on by itself. All you did is kept here.',
  gone: 'This draft was released or thrown away.',
  goneToDo: 'What was not saved is kept in this browser: copy it, or save it as a file.',
  again: 'Try again',
  here: (name: string) => `${name} is here too`,
  hereMany: (count: number) => `${many(count, 'other')} here`,
  somebody: 'Somebody',
  cannotUndo: (label: string) => `“${label}” cannot be taken back`,
  cannotUndoToDo: 'Somebody else changed it since. The act before it can still be taken back.',
  aside: 'To decide',
  asideHelp: 'Somebody else changed the same while you did. Nothing of theirs was overwritten.',
  refusedHelp: 'Earshot cannot save this as it is. All else is saved.',
  tooLarge: 'it is more than can be saved at once. Take it in part by part.',
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
  letGo: 'Let it go',
  isGone: 'What it is about is not there any more.',
  refused: (why: string) => `This was not taken: ${why}`,
  mine: 'yours',
  theirs: 'theirs',
  nothing: 'nothing',
  /** `names` is empty where one did so oneself, elsewhere. */
  others: (names: readonly string[]) =>
    names.length === 0
      ? 'The other one is you, in another window.'
      : `The ${names.length === 1 ? 'other one is' : 'others are'} ${listed(names, 'and')}.`,
  kinds: {
    'both changed': 'both changed it',
    'both moved': 'both put it elsewhere in its list',
    'both added': 'both added it, differently',
    'they removed what I changed': 'they removed what you changed',
    'I removed what they changed': 'you removed what they changed',
    'they removed what I need': 'they removed what yours leads to',
    'I removed what they need': 'you removed what theirs leads to',
  },
  fields: {
    name: 'name',
    position: 'place on the drawing',
    lane: 'band',
    from: 'where it begins',
    to: 'where it leads',
    condition: 'condition',
    documentation: 'note',
    hitPolicy: 'which rows count',
  },
  spot: (x: number, y: number) => `${x} across, ${y} down`,
  arrow: (from: string, to: string) => `arrow from “${from}” to “${to}”`,
  row: (table: string, at: number) => `row ${at} of “${table}”`,
  goneRow: (table: string) => `a row of “${table}”`,
  thing: 'something that is gone',
  left: 'Not saved before',
  leftText: (count: number) =>
    `${many(count, 'edit')} of an earlier draft of this flow never reached Earshot; that draft was released or thrown away since.`,
  copy: 'Copy',
  copied: 'Copied.',
  saveFile: 'Save as a file',
};

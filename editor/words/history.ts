/** Words of the revisions of a flow: held against each other, and begun with again. */

export const compare = {
  open: 'Compare…',
  title: (name: string) => `What changed in “${name}”`,
  before: 'Before',
  after: 'After',
  swap: 'The other way round',
  revision: (number: number) => `Revision ${number}`,
  draft: 'The draft',
  onlyOne: 'There is nothing to compare it with',
  onlyOneToDo: 'This flow has one revision, or one draft.',
  same: 'The two are the same',
  sameToDo: 'Choose others to see what changed between them.',
};

export const restore = {
  open: 'Restore as a draft…',
  title: (number: number) => `Restore revision ${number} as a draft`,
  happens: (number: number) =>
    `A draft begins with all that revision ${number} holds. What is live goes on until you publish.`,
  happensInstead: (number: number) =>
    `The draft goes for good, and a new one begins with all that revision ${number} holds. What is live goes on until you publish.`,
  thereIsOne: (by: string, at: string) =>
    by === '' ? `There is a draft, changed at ${at}.` : `There is a draft, changed by ${by} at ${at}.`,
  putAway: 'Put that draft away, with everything that was done in it',
  sayIt: 'Nothing is put away unless you say so.',
  go: 'Restore it',
  done: (number: number) => `The draft is as revision ${number} was`,
};

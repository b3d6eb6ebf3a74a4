/** Words of what can be done with a whole flow. */
export const flowActs = {
  menu: (name: string) => `What to do with ${name}`,
  name: 'Name',
  nameMissing: 'Give it a name.',

  begin: 'New flow',
  beginHappens:
    'A draft begins with its two ends and with what every case knows. No case takes it before it is released.',
  beginGo: 'Begin it',

  copy: 'Duplicate …',
  copyTitle: (name: string) => `Duplicate “${name}”`,
  copyHappens:
    'A draft begins as a copy of it, with all the flows, tables and word lists that belong to it. What is copied stays as it is.',
  copyGo: 'Duplicate it',
  copyName: (name: string) => `Copy of ${name}`,

  rename: 'Rename …',
  renameTitle: (name: string) => `Rename “${name}”`,
  renameHappens: 'The draft is known by this name from now on.',
  renameGo: 'Rename it',
  renamed: 'It has its new name',

  discard: 'Throw away …',
  discardTitle: (name: string) => `Throw “${name}” away`,
  discardHappens: 'The draft is gone for good. Nothing of it was released.',
  discardGo: 'Throw it away',
  discarded: 'The draft is gone',

  takeCases: 'Let it take new cases …',
  takeCasesTitle: (name: string) => `Let “${name}” take new cases`,
  takeCasesHappens: (name: string, before: string | null) =>
    before === null
      ? `New cases begin with “${name}” from now on. Cases that run keep the drawing they began with.`
      : `New cases begin with “${name}” from now on, and no longer with “${before}”. Cases that run keep the drawing they began with.`,
  takeCasesGo: 'Let it take new cases',
  takesCasesNow: 'New cases begin with it now',

  archive: 'Archive …',
  archiveTitle: (name: string) => `Archive “${name}”`,
  archiveHappens:
    'It leaves the list and nothing of it is released. Cases that run by it go on. It can be brought back at any time.',
  archiveGo: 'Archive it',
  archived: 'It is in the archive',
  archiveNot:
    'New cases begin with this flow, so it cannot be archived. Let them begin with another flow first.',

  bringBack: 'Bring it back',
  broughtBack: 'It is back',
};

/** Words of how a draft is published. */
import { many } from '../many.ts';

export const publish = {
  title: (name: string) => `Publish “${name}”`,
  back: 'Back to the drawing',
  checks: 'Checks',
  checking: 'It is being looked through …',
  fine: 'Nothing is wrong.',
  errors: (count: number) => `${many(count, 'thing')} must be put right before this can be published.`,
  warnings: (count: number) => `${many(count, 'thing')} to weigh.`,
  against: (number: number) => `Against revision ${number}, which is live`,
  againstNewest: (number: number) => `Against revision ${number}, the newest; none is live`,
  wasRevision: (number: number) => `Revision ${number}`,
  isDraft: 'This draft',
  allNew: 'This flow was never published: all of it is new.',
  same: 'Nothing is changed: the draft is what was published last.',
  onlyStories: 'Only stories are changed. The flow itself stays as it is.',
  sameToDo: 'Change something, or throw the draft away on the page of the flow.',
  sending: 'Your last changes are on their way.',
  offline: 'Your last changes cannot be sent: the server does not answer.',
  offlineToDo: 'They are kept in this browser, and sent first. Then you see here what would be published.',
  movedOn: 'The draft was changed since you opened this page.',
  movedOnToDo: 'What would be published is not what you see.',
  lookAgain: 'Look again',
  happens:
    'The draft becomes a revision of the flow, live from now on. Cases that run keep the drawing they began with.',
  happensOther: (other: string) =>
    `The draft becomes a revision of the flow and is what it stands for. New cases begin with “${other}”, so they do not take it yet.`,
  happensStories: (number: number) =>
    `The stories take the place of those that stand with revision ${number}. The revision stays what it is, and live.`,
  why: 'What changes, and why?',
  whyHelp: 'A sentence for whoever looks at this revision later.',
  whyMissing: 'Say it in a sentence.',
  go: 'Publish',
  asking: 'The connection was lost on the way. Asking what became of it …',
  stories: 'Stories of this flow do not come out as they should.',
  storiesToDo:
    'Try them beside the drawing, and put right the flow or the story. Or publish all the same: the record says that you did.',
  goAnyway: 'Publish all the same',
  notDone: 'It was not published: the connection was lost before it got there.',
  notDoneToDo: 'Nothing happened. You can publish now.',
  byOther: (name: string, number: number) =>
    `${name} published this draft before you, as revision ${number}.`,
  storiesByOther: (name: string, number: number) =>
    `${name} kept the stories of this draft before you, with revision ${number}.`,
  byOtherToDo: 'Your why was not used. The page of the flow shows what is live.',
  discarded: 'This draft is gone: it was thrown away.',
  discardedToDo: 'Nothing of it was published.',
  somebody: 'Somebody else',
  done: (number: number) => `Revision ${number} is live from now on`,
  doneStories: (number: number) => `The stories stand with revision ${number}`,
  doneStoriesText: 'The flow itself is what it was.',
  doneNewCases: 'New cases take it; those that run keep the drawing they began with.',
  doneNoCases: 'New cases do not begin with this flow yet.',
  notYours: 'You may look at this, and not publish it: your role does not allow it.',
  notYoursToDo: 'An analyst or an administrator can.',
  toFlow: 'To the flow',
};

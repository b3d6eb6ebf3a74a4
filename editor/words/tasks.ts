/** Words of the inbox and of the forms of tasks. */
import { many } from './many.ts';

export const tasks = {
  title: 'Inbox',
  whose: 'Whose',
  mine: 'Mine',
  team: 'My team',
  everyone: 'Everybody',
  due: 'Due',
  taken: (name: string) => `with ${name}`,
  empty: {
    mine: 'Nothing waits for you',
    team: 'Nothing waits for your team',
    all: 'Nothing waits for anybody',
  },
  emptyToDo: 'New work appears here by itself.',
  pick: 'Choose something on the left to answer it here.',
  openCase: 'Open the case',
  take: 'Take it',
  giveBack: 'Give it back',
  handOver: 'Hand over',
  handOverTo: 'Hand over to',
  handOverPerson: 'A person',
  handOverTeam: 'A team',
  handOverMissing: 'Choose a person or a team.',
  handedOver: 'Handed over',
  send: 'Send and sign',
  done: 'Done',
  sent: 'Sent',
  guide: 'How to say it',
  notYours: 'This is for somebody else; you can read along.',
  required: 'This is needed.',
  tooLong: (over: number) => `${many(over, 'character')} too long for this channel.`,
  noNumber: 'Write a number.',
  count: (length: number, limit: number | null) =>
    limit === null
      ? many(length, 'character')
      : length <= limit
        ? `${many(limit - length, 'character')} left`
        : `${many(length - limit, 'character')} too long`,
  choose: 'Choose',
  answeredBy: (name: string) => `${name} answered this`,
  answeredFirst: (name: string) => `${name} answered this first, and that answer counts. Yours was not sent.`,
  theyAnswered: (name: string) => `What ${name} answered`,
  yourWords: 'What you had written',
  suggested: 'The rules suggest',
  suggestion: (label: string, value: string) => `${label}: ${value}`,
  takeSuggested: 'Take what they suggest',
  letGo: 'Let it go',
  changedMeanwhile:
    'Somebody changed this meanwhile. Look at it again and send once more; your words are still here.',
  noLonger: 'This is no longer needed.',
  answeredOutside: 'Answered outside Earshot.',
  expand: (name: string) => `Answer: ${name}`,
  answerOn: (name: string) => name,
};

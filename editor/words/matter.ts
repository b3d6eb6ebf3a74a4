/** Words of what a case is about: on its page, in a few lines. */
import { many } from './many.ts';

export const matter = {
  title: 'The matter',
  whatBroke: 'what broke',
  nothingBroke: 'nothing of ours',
  ownError: 'our error',
  owner: 'owner',
  priority: 'priority',
  heard: 'heard on',
  unknown: 'not known yet',
  notConfirmed: 'nobody has confirmed it yet',
  confirmedBy: (name: string) => `confirmed by ${name}`,
  proposedBy: (step: string) => `proposed by “${step}”`,
  tasks: 'Who was asked',
  earlierTasks: (count: number) => many(count, 'earlier task'),
  answeredBy: (name: string) => `answered by ${name}`,
  asked: (names: string) => `asked: ${names}`,
  given: 'given',
  remedies: {
    none: 'nothing',
    apology: 'an apology',
    credit: 'credit',
    'premium channel': 'premium channel',
    'new visit': 'a new visit',
  },
  amount: (kind: string, amount: string) => `${kind} of ${amount}`,
  months: (kind: string, count: number) => `${kind} for ${many(count, 'month')}`,
};

/** Words of the page of people. */
import type { Weekday } from '../../definitions/model/working-hours.ts';
import { many } from './many.ts';

const days: { readonly [day in Weekday]: string } = {
  Mon: 'Mon',
  Tue: 'Tue',
  Wed: 'Wed',
  Thu: 'Thu',
  Fri: 'Fri',
  Sat: 'Sat',
  Sun: 'Sun',
};

export const people = {
  title: 'People',
  empty: 'Nobody yet',
  emptyToDo: 'People and teams appear here once they are told to Earshot.',
  members: (count: number) => many(count, 'person', 'people'),
  lead: 'lead',
  leadIs: (name: string) => `led by ${name}`,
  away: 'not active',
  hours: { days, dayAndNight: 'day and night', everyDay: 'every day', none: 'no hours' },
  columns: { name: 'Name', roles: 'Works as', region: 'Region', skills: 'Skills', lead: 'Asks next' },
  none: '–',
};

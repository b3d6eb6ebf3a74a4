/** Words of the page of people. */
import { many } from './many.ts';

export const people = {
  title: 'People',
  empty: 'Nobody yet',
  emptyToDo: 'People and teams appear here once they are told to Earshot.',
  members: (count: number) => many(count, 'person', 'people'),
  lead: 'lead',
  leadIs: (name: string) => `led by ${name}`,
  away: 'not active',
  columns: { name: 'Name', roles: 'Works as', region: 'Region', skills: 'Skills', lead: 'Asks next' },
  none: '–',
};

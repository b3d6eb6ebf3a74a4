import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PersonView } from '../../definitions/model/views/people.ts';
import { ask, tell } from './api.ts';
import { roleText } from './role-text.ts';
import { useSession } from './session.tsx';
import styles from './frame.module.css';
import { words } from './words.ts';

/** On a local installation: as whom to work. Each act records that person. */
export function WorkAs(): ReactNode {
  const { person: me, signedInAs, mayWorkAs } = useSession();
  const client = useQueryClient();
  const people = useQuery({
    queryKey: ['people'],
    queryFn: ({ signal }) => ask<readonly PersonView[]>('/people', {}, signal),
    enabled: mayWorkAs,
  });
  const self = signedInAs ?? me;
  const active = (people.data ?? []).filter((person) => person.active);
  if (!mayWorkAs || active.length < 2) return null;
  const selfFirst = [
    ...active.filter(({ id }) => id === self.id),
    ...active.filter(({ id }) => id !== self.id),
  ];
  const become = async (person: PersonView): Promise<void> => {
    await tell('/work-as', { person: person.id === self.id ? null : person.id });
    await client.invalidateQueries();
  };
  return (
    <>
      <Menu.Label>{words.nav.workAs}</Menu.Label>
      {selfFirst.map((person) => (
        <Menu.Item
          key={person.id}
          rightSection={person.id === me.id ? <IconCheck size={16} aria-hidden /> : null}
          aria-current={person.id === me.id}
          onClick={() => void become(person)}
        >
          {person.name} <span className={styles['meRole']}>{roleText(person)}</span>
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}

import { Menu, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceLaptop, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { zoneText } from '../words/locale.ts';
import { tell } from './api.ts';
import styles from './frame.module.css';
import { useNow } from './now.tsx';
import { roleText } from './role-text.ts';
import { useMe } from './session.tsx';
import { WorkAs } from './work-as.tsx';
import { words } from './words.ts';

const LOOKS: readonly { readonly look: MantineColorScheme; readonly icon: ReactNode }[] = [
  { look: 'auto', icon: <IconDeviceLaptop size={16} /> },
  { look: 'light', icon: <IconSun size={16} /> },
  { look: 'dark', icon: <IconMoon size={16} /> },
];

/** Who is signed in, the choice of light and dark, and the way out. */
export function Me(): ReactNode {
  const me = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const client = useQueryClient();
  const signOut = async (): Promise<void> => {
    await tell('/sign-out', {});
    await client.resetQueries({ queryKey: ['session'] });
  };
  const zone = words.nav.zone(zoneText(useNow()));
  return (
    <Menu position="top-start" width={240} transitionProps={{ duration: 100 }}>
      <Menu.Target>
        <UnstyledButton className={styles['me']}>
          <span className={styles['meName']}>{me.name}</span>
          <span className={styles['meRole']}>{roleText(me)}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={styles['menu']}>
        <WorkAs />
        <Menu.Label>{words.nav.look}</Menu.Label>
        {LOOKS.map(({ look, icon }) => (
          <Menu.Item
            key={look}
            leftSection={icon}
            rightSection={colorScheme === look ? <IconCheck size={16} aria-hidden /> : null}
            aria-current={colorScheme === look}
            onClick={() => setColorScheme(look)}
          >
            {words.nav.looks[look]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{zone}</Menu.Label>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
          {words.nav.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

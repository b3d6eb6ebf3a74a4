import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { words } from '../shell/words.ts';
import choice from '../shell/choice.module.css';
import styles from './filters.module.css';

export interface FilterOption {
  readonly name: string;
  readonly isOn: boolean;
  /** The address of the list with this choice made. */
  readonly to: string;
}

/** A filter of many values: a button that opens a list of links. The button shows what is chosen. */
export function FilterMenu({
  label,
  options,
  without,
}: {
  readonly label: string;
  readonly options: readonly FilterOption[];
  /** The address without this part; absent when one must be chosen. */
  readonly without?: string;
}): ReactNode {
  const chosen = options.find(({ isOn }) => isOn);
  return (
    <Menu position="bottom-start" shadow="md" transitionProps={{ duration: 80 }}>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          className={`${styles['menu']} ${chosen !== undefined && without !== undefined ? choice['chosen'] : ''}`}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={chosen === undefined ? label : words.filters.chosen(label, chosen.name)}
        >
          <span className={styles['menuText']}>{chosen === undefined ? label : chosen.name}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles['options'] ?? ''}>
        {without === undefined ? null : (
          <Option option={{ name: words.filters.any, isOn: chosen === undefined, to: without }} />
        )}
        {options.map((option) => (
          <Option key={option.name} option={option} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Option({ option }: { readonly option: FilterOption }): ReactNode {
  return (
    <Menu.Item
      component={Link}
      to={option.to}
      aria-current={option.isOn ? 'true' : undefined}
      rightSection={option.isOn ? <IconCheck size={14} aria-hidden /> : null}
    >
      {option.name}
    </Menu.Item>
  );
}

import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { words } from '../shell/words.ts';
import type { WrongPart } from './address-filter.ts';
import styles from './filters.module.css';

const SHOWN = 60;

/** Says in a sentence what an address asks for that there is not; the list is shown without it. */
export function WrongFilters<Name extends string>({
  wrong,
  parts,
  without,
}: {
  readonly wrong: readonly WrongPart<Name>[];
  /** What each filter is called, as in 'the team'. */
  readonly parts: { readonly [name in Name]: string };
  /** The address of what was understood. */
  readonly without: string;
}): ReactNode {
  if (wrong.length === 0) return null;
  return (
    <div className={styles['wrong']} role="status">
      <IconAlertCircle size={18} aria-hidden className={styles['wrongSign']} />
      <div>
        {wrong.map(({ name, value, filter }) => (
          <p key={`${name}=${value}`}>
            {filter === null
              ? words.filters.noSuchFilter(inShort(name))
              : words.filters.noSuchValue(parts[filter], inShort(value))}
          </p>
        ))}
        <p>
          {words.filters.leftOut} <Link to={without}>{words.filters.takeOut}</Link>
        </p>
      </div>
    </div>
  );
}

function inShort(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

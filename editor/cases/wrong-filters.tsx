import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CaseFilter } from '../../definitions/model/views/case.ts';
import { words } from '../shell/words.ts';
import { filterAddress, type WrongPart } from './case-filter.ts';
import styles from './filters.module.css';

const SHOWN = 60;

/** Says in a sentence what an address asks for that there is not; the list is shown without it. */
export function WrongFilters({
  wrong,
  filter,
}: {
  readonly wrong: readonly WrongPart[];
  /** What was understood. */
  readonly filter: CaseFilter;
}): ReactNode {
  if (wrong.length === 0) return null;
  return (
    <div className={styles['wrong']} role="status">
      <IconAlertCircle size={18} aria-hidden className={styles['wrongSign']} />
      <div>
        {wrong.map((part) => (
          <p key={`${part.name}=${part.value}`}>{sentence(part)}</p>
        ))}
        <p>
          {words.cases.leftOut} <Link to={filterAddress(filter)}>{words.cases.takeOut}</Link>
        </p>
      </div>
    </div>
  );
}

function sentence({ name, value, filter }: WrongPart): string {
  return filter === null
    ? words.cases.noSuchFilter(inShort(name))
    : words.cases.noSuchValue(words.cases.parts[filter], inShort(value));
}

function inShort(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

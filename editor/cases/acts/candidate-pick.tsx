import { Radio, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { CaseCandidate } from '../../../definitions/model/views/case.ts';
import { Answered, Loading } from '../../shell/states.tsx';
import { words } from '../../shell/words.ts';
import { titleText } from '../case-title.ts';
import styles from './acts.module.css';
import { useCandidates } from './case-act-questions.ts';

const TYPING_MS = 250;

/** Finds the other case by its title, who wrote, or the customer; at first those of the same customer and people. */
export function CandidatePick({
  caseId,
  chosen,
  error,
  onChoose,
}: {
  readonly caseId: string;
  readonly chosen: CaseCandidate | null;
  readonly error: string | null;
  readonly onChoose: (other: CaseCandidate) => void;
}): ReactNode {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), TYPING_MS);
  const candidates = useCandidates(caseId, search);
  return (
    <div className={styles['pick']}>
      <TextInput
        label={words.caseActs.find}
        placeholder={words.caseActs.findBy}
        leftSection={<IconSearch size={16} aria-hidden />}
        type="search"
        maxLength={200}
        data-autofocus
        value={typed}
        error={error}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Answered question={candidates} loading={<Loading lines={3} height={36} />}>
        {(found) => {
          // What was chosen stays in sight while one goes on searching.
          const shown =
            chosen === null || found.some(({ id }) => id === chosen.id) ? found : [chosen, ...found];
          if (shown.length === 0)
            return (
              <p className={styles['none']} role="status">
                {search === '' ? words.caseActs.noneRelated : words.caseActs.noneFound}
              </p>
            );
          return <Choices found={shown} chosen={chosen} onChoose={onChoose} />;
        }}
      </Answered>
    </div>
  );
}

function Choices({
  found,
  chosen,
  onChoose,
}: {
  readonly found: readonly CaseCandidate[];
  readonly chosen: CaseCandidate | null;
  readonly onChoose: (other: CaseCandidate) => void;
}): ReactNode {
  return (
    <Radio.Group
      aria-label={words.caseActs.candidates}
      value={chosen?.id ?? null}
      onChange={(id) => {
        const other = found.find((one) => one.id === id);
        if (other !== undefined) onChoose(other);
      }}
    >
      <div className={styles['choices']}>
        {found.map((one) => (
          <Radio
            key={one.id}
            value={one.id}
            label={titleText(one)}
            description={about(one)}
            classNames={{ root: styles['choice'] ?? '', label: styles['choiceTitle'] ?? '' }}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

/** '@dsl_blues · Dana Bluth · twitter · needs a person · same customer'. */
function about(one: CaseCandidate): string {
  return [
    one.author,
    one.customer,
    one.channel,
    words.status[one.status],
    one.because === 'search' ? null : words.caseActs.because[one.because],
  ]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}

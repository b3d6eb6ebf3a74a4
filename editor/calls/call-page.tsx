import type { ReactNode } from 'react';
import { Page } from '../shell/page.tsx';
import { Answered, Loading } from '../shell/states.tsx';
import { words } from '../shell/words.ts';
import { CallForm } from './call-form.tsx';
import styles from './call-page.module.css';
import { useCallChoices } from './call-questions.ts';

/** Writing down what somebody said by phone, in a shop or in a chat. */
export default function CallPage(): ReactNode {
  const choices = useCallChoices();
  return (
    <Page title={words.calls.title}>
      <p className={styles['about']}>{words.calls.about}</p>
      <Answered question={choices} loading={<Loading lines={6} height={36} />}>
        {(answer) => <CallForm choices={answer} />}
      </Answered>
    </Page>
  );
}

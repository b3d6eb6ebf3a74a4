import { Modal, Select } from '@mantine/core';
import { nanoid } from 'nanoid';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { LANGUAGES } from '../../../definitions/reading/facts.ts';
import { newWordList, type ListRefusal, type WantedList } from '../../../definitions/reading/list-life.ts';
import { LIST_USES } from '../../../definitions/reading/list-use.ts';
import acts from '../../cases/acts/acts.module.css';
import forms from '../../inbox/task-form.module.css';
import { DialogEnd } from '../../shell/dialog-end.tsx';
import { drawingWords } from '../../shell/drawing-words.ts';
import { capitalised, languageText } from '../../words/locale.ts';
import { changeWordList } from '../commands/change-word-list.ts';
import type { Desk } from '../desk.ts';
import { ListName } from './list-name.tsx';

const KNOWN_LANGUAGES = LANGUAGES.filter((one) => one !== 'other' && one !== 'unknown');

/** Asks what a new word list is for and what it is called, and begins it. */
export function NewListDialog({
  desk,
  wordLists,
  onBegun,
  onClose,
}: {
  readonly desk: Pick<Desk, 'do'>;
  readonly wordLists: DraftContent['wordLists'];
  readonly onBegun: (id: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { whole: said, did, uses } = drawingWords.wordLists;
  const [name, setName] = useState('');
  const [use, setUse] = useState<WantedList['use']>('topics');
  const [language, setLanguage] = useState<string | null>(null);
  const [refused, setRefused] = useState<ListRefusal | null>(null);
  const begin = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = { name, use, ...(language === null ? {} : { language }) };
    const begun = newWordList(wordLists, wanted, nanoid(12));
    if ('refused' in begun) return setRefused(begun.refused);
    desk.do(did.begun(begun.list.name), changeWordList(begun.list));
    onClose();
    onBegun(begun.list.id);
  };
  const isOfLanguage = refused === 'no language' || refused === 'language taken';
  return (
    <Modal opened onClose={onClose} title={said.beginTitle}>
      <form className={forms['form']} onSubmit={begin}>
        <ListName
          value={name}
          error={refused === null || isOfLanguage ? null : said.refused[refused]}
          onChange={(written) => {
            setRefused(null);
            setName(written);
          }}
        />
        <Select
          label={said.use}
          data={LIST_USES.map((one) => ({ value: one, label: said.kinds[one] }))}
          value={use}
          allowDeselect={false}
          comboboxProps={{ withinPortal: true }}
          onChange={(chosen) => {
            setRefused(null);
            setUse(LIST_USES.find((one) => one === chosen) ?? use);
          }}
        />
        <p className={acts['happens']} role="status">
          {uses[use]}
        </p>
        <Select
          label={said.language}
          placeholder={said.anyLanguage}
          description={said.languageHelp[use]}
          data={KNOWN_LANGUAGES.map((code) => ({ value: code, label: languageName(code) }))}
          value={language}
          clearable
          error={isOfLanguage ? said.refused[refused] : null}
          onChange={(chosen) => {
            setRefused(null);
            setLanguage(chosen);
          }}
        />
        <DialogEnd go={said.beginGo} onClose={onClose} />
      </form>
    </Modal>
  );
}

function languageName(code: string): string {
  return capitalised(languageText(code) ?? code);
}

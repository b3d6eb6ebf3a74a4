import { IconExternalLink } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { isVisible } from '../../definitions/model/visible-text.ts';
import type { ConversationEntry } from '../../definitions/model/views/case-detail.ts';
import { Moment } from '../shell/moment-text.tsx';
import { Pill } from '../shell/pill.tsx';
import { words } from '../shell/words.ts';
import styles from './conversation.module.css';

/**
 * What was said and answered, oldest first, in a place of its own that scrolls: at first the latest is in sight.
 */
export function ScrolledConversation({
  entries,
  className,
  children,
}: {
  readonly entries: readonly ConversationEntry[];
  readonly className?: string | undefined;
  /** What stands above it. */
  readonly children?: ReactNode;
}): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  const latest = entries.at(-1)?.id;
  useEffect(() => {
    if (ref.current !== null) ref.current.scrollTop = ref.current.scrollHeight;
  }, [latest]);
  return (
    <div ref={ref} className={className} tabIndex={0} role="group" aria-label={words.case.conversation}>
      {children}
      <Conversation entries={entries} />
    </div>
  );
}

/** What was said and answered, oldest first. Texts are shown as text: nothing in them is executed or followed. */
export function Conversation({ entries }: { readonly entries: readonly ConversationEntry[] }): ReactNode {
  const first = entries.find(({ what }) => what === 'mention')?.channel;
  if (entries.length === 0) return <p className={styles['none']}>{words.case.noConversation}</p>;
  return (
    <ol className={styles['conversation']}>
      {entries.map((entry) => (
        <li key={entry.id} className={entry.what === 'reply' ? styles['reply'] : undefined}>
          {entry.what === 'mention' ? (
            <MentionHead entry={entry} isElsewhere={entry.channel !== first} />
          ) : (
            <ReplyHead entry={entry} />
          )}
          {entry.what === 'mention' && entry.subject !== null ? (
            <p className={styles['subject']}>{entry.subject}</p>
          ) : null}
          <Text text={entry.text} />
        </li>
      ))}
    </ol>
  );
}

function Text({ text }: { readonly text: string | null }): ReactNode {
  if (text === null) return <p className={styles['none']}>{words.case.erased}</p>;
  if (!isVisible(text)) return <p className={styles['none']}>{words.case.unseen}</p>;
  return (
    <p className={styles['text']} dir="auto">
      {text}
    </p>
  );
}

function MentionHead({
  entry,
  isElsewhere,
}: {
  readonly entry: ConversationEntry & { readonly what: 'mention' };
  /** It came on another channel than the first one. */
  readonly isElsewhere: boolean;
}): ReactNode {
  const { author, url } = entry;
  const name =
    author.handle === null ? (author.name ?? words.case.someone) : `@${author.handle.replace(/^@/, '')}`;
  return (
    <p className={styles['head']}>
      <b className={styles['who']} title={name}>
        <bdi>{name}</bdi>
      </b>{' '}
      <small>
        {isElsewhere ? (
          <Pill tone="accent" title={entry.channel}>
            {words.channelKinds[entry.kind]}
          </Pill>
        ) : (
          words.channelKinds[entry.kind]
        )}{' '}
        · <Moment at={entry.at} />{' '}
        {url !== null && /^https?:\/\//.test(url) ? (
          <a
            href={url}
            target="_blank"
            rel="noreferrer noopener"
            className={styles['original']}
            aria-label={words.case.original}
            title={words.case.original}
          >
            <IconExternalLink size={13} aria-hidden />
          </a>
        ) : null}
      </small>
    </p>
  );
}

function ReplyHead({ entry }: { readonly entry: ConversationEntry & { readonly what: 'reply' } }): ReactNode {
  return (
    <p className={styles['head']}>
      <b className={styles['who']}>{entry.by?.name ?? words.case.careDesk}</b>{' '}
      <small>
        {words.replyKinds[entry.kind]} · <Moment at={entry.at} />
      </small>{' '}
      {entry.status === 'sent' ? null : (
        <Pill
          tone={entry.status === 'failed' ? 'bad' : 'plain'}
          title={entry.reason ?? words.replyStatus[entry.status]}
        >
          {words.replyStatus[entry.status]}
        </Pill>
      )}
    </p>
  );
}

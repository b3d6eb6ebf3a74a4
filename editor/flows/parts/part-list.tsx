import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { PartKind } from '../../../definitions/flow/part-kind.ts';
import type { PartRow } from '../../../definitions/model/views/part.ts';
import { Answered, Empty, Loading } from '../../shell/states.tsx';
import surface from '../../shell/surface.module.css';
import { words } from '../../shell/words.ts';
import styles from '../flows-page.module.css';
import { partAddress } from './part-address.ts';
import { useParts } from './part-questions.ts';
import { WhoChanged } from './who-changed.tsx';

/** The decision tables or the word lists of all flows, each with who changed it last and why. */
export function PartList({ kind }: { readonly kind: PartKind }): ReactNode {
  const parts = useParts();
  return (
    <Answered question={parts} loading={<Loading lines={6} height={60} />}>
      {(answer) => {
        const shown = answer.filter((part) => part.kind === kind);
        if (shown.length === 0)
          return <Empty title={words.parts.none[kind]}>{words.parts.noneToDo[kind]}</Empty>;
        return (
          <ul className={surface['surface']}>
            {shown.map((part) => (
              <PartItem key={part.id} part={part} />
            ))}
          </ul>
        );
      }}
    </Answered>
  );
}

function PartItem({
  part: { kind, id, name, size, flows, changes, last },
}: {
  readonly part: PartRow;
}): ReactNode {
  const { parts } = words;
  return (
    <li className={styles['flow']}>
      <div className={styles['what']}>
        <Link to={partAddress(kind, id)} className={styles['link']}>
          {name}
        </Link>
        <p className={styles['quiet']}>
          <WhoChanged revision={last} />
        </p>
      </div>
      <p className={`${styles['quiet']} ${styles['counts']}`}>
        {parts.size[kind](size)} · {parts.changes(changes)}
        <br />
        {flows.map((flow) => flow.name).join(', ')}
      </p>
    </li>
  );
}

import { SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { CaseCandidate } from '../../../definitions/model/views/case.ts';
import type { CaseDetail } from '../../../definitions/model/views/case-detail.ts';
import { carryOut } from '../../shell/carry-out.ts';
import { words } from '../../shell/words.ts';
import { titleText } from '../case-title.ts';
import { ActDialog, ActForm } from './act-dialog.tsx';
import { CandidatePick } from './candidate-pick.tsx';
import { useLinkCases } from './case-act-questions.ts';

interface LinkProps {
  readonly of: CaseDetail;
  readonly onClose: () => void;
}

/** Lets two cases be one matter: which other, which of them goes on, and why. */
export function LinkDialog({ isOpen, ...rest }: LinkProps & { readonly isOpen: boolean }): ReactNode {
  return (
    <ActDialog title={words.caseActs.link} isOpen={isOpen} onClose={rest.onClose}>
      <LinkForm {...rest} />
    </ActDialog>
  );
}

function LinkForm({ of, onClose }: LinkProps): ReactNode {
  const go = useNavigate();
  const link = useLinkCases();
  const [other, setOther] = useState<CaseCandidate | null>(null);
  const [goesOn, setGoesOn] = useState<'there' | 'here'>('there');
  const [isTried, setTried] = useState(false);
  const isHere = goesOn === 'here';
  const send = (why: string): void => {
    if (other === null) return;
    const [follower, primary] = isHere ? [other.id, of.id] : [of.id, other.id];
    carryOut(
      link,
      { follower, primary, why },
      {
        onSuccess: () => {
          notifications.show({ message: words.caseActs.linked, color: 'accent' });
          onClose();
          if (!isHere) void go(`/cases/${other.id}`);
        },
      },
    );
  };
  return (
    <div onSubmitCapture={() => setTried(true)}>
      <ActForm
        before={
          <>
            <CandidatePick
              caseId={of.id}
              chosen={other}
              error={isTried && other === null ? words.caseActs.otherMissing : null}
              onChoose={setOther}
            />
            <SegmentedControl
              aria-label={words.caseActs.goesOn}
              data={[
                { value: 'there', label: words.caseActs.goesOnThere },
                { value: 'here', label: words.caseActs.goesOnHere },
              ]}
              value={goesOn}
              onChange={(value) => setGoesOn(value === 'here' ? 'here' : 'there')}
            />
          </>
        }
        happens={sentence(other, isHere)}
        go={words.caseActs.linkGo}
        isReady={other !== null}
        act={link}
        onSend={send}
        onClose={onClose}
      />
    </div>
  );
}

/** What will happen, once the other case is chosen. */
function sentence(other: CaseCandidate | null, isHere: boolean): string {
  if (other === null) return words.caseActs.linkText;
  const title = titleText(other);
  return isHere ? words.caseActs.linkHereHappens(title) : words.caseActs.linkThereHappens(title);
}

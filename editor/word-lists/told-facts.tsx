import type { ReactNode } from 'react';
import type { Facts } from '../../definitions/reading/facts.schema.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { languageText, numberText } from '../words/locale.ts';
import { Pill } from '../shell/pill.tsx';
import styles from './word-editor.module.css';

/** Facts that are one of several values; the others are true or not. */
const ASKED = ['language', 'mood', 'topic', 'brokenStep', 'flags'] as const;
const CLAIMS = [
  'complaint',
  'praise',
  'thanks',
  'question',
  'legalThreat',
  'outage',
  'missedVisit',
  'wrongCharge',
  'asksForPerson',
  'leaving',
  'vulnerable',
  'saysPutRight',
  'saysNotPutRight',
  'linksOnly',
  'quotesAddress',
  'automated',
] as const satisfies readonly (keyof Facts)[];

/** What the step that reads texts answers: what it found out, and what it takes to be true. */
export function ToldFacts({ facts }: { readonly facts: Facts }): ReactNode {
  const said = drawingWords.wordLists.tryText;
  const true_ = CLAIMS.filter((claim) => facts[claim]);
  return (
    <section aria-label={said.answers}>
      <h3 className={styles['part']}>{said.answers}</h3>
      <dl className={styles['facts']}>
        {ASKED.map((fact) => (
          <div key={fact} className={styles['fact']}>
            <dt>{said.facts[fact]}</dt>
            <dd>{toldFact(facts, fact)}</dd>
          </div>
        ))}
      </dl>
      {true_.length === 0 ? null : (
        <p className={styles['claims']}>
          {true_.map((claim) => (
            <Pill key={claim}>{said.facts[claim]}</Pill>
          ))}
        </p>
      )}
    </section>
  );
}

function toldFact(facts: Facts, fact: (typeof ASKED)[number]): string {
  const said = drawingWords.wordLists.tryText;
  switch (fact) {
    case 'language':
      return languageText(facts.language) ?? facts.language;
    case 'mood':
      return `${said.mood[facts.mood]} (${numberText(facts.sentiment)})`;
    case 'flags':
      return facts.flags.length === 0 ? said.nothing : facts.flags.join(', ');
    default:
      return facts[fact] === 'none' ? said.nothing : facts[fact];
  }
}

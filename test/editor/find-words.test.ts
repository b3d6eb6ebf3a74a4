import { expect, it } from 'vitest';
import { findWords } from '../../editor/flows/parts/find-words.ts';

const entries = [
  { phrase: 'técnico no llegó', means: 'missed window' },
  { phrase: 'no show*', means: 'missed window' },
  { phrase: 'Storm', means: 'outage' },
];
const found = (typed: string) => findWords(entries, typed).map(({ phrase }) => phrase);

it('words of a list are found by a part of them and by what they mean, without case and accents', () => {
  expect(found('TECNICO')).toEqual(['técnico no llegó']);
  expect(found('storm')).toEqual(['Storm']);
  expect(found('missed no')).toEqual(['técnico no llegó', 'no show*']);
  expect(found('missed storm')).toEqual([]);
  expect(found('  ')).toHaveLength(3);
});

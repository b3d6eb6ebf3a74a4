import { describe, expect, it } from 'vitest';
import { actsFor, type Act } from '../../editor/designer/acts/act.ts';

const act = (label: string, more: Partial<Act> = {}): Act => ({
  id: label,
  label,
  run: () => undefined,
  ...more,
});
const ACTS: readonly Act[] = [
  act('Undo', { about: 'Moved “Who is it?”' }),
  act('Duplicate what is chosen'),
  act('Go to “Who is it?”', { about: 'Mention care' }),
  act('Go to “Give it an owner”', { about: 'Mention care' }),
  act('Open the table “Whose case?”'),
  act('Open the word list “Ánimo, español”'),
  act('Redo', { isOff: true }),
  { id: 'move', label: 'Move what is chosen', keys: 'Arrows' },
];
const found = (wanted: string): readonly string[] => actsFor(ACTS, wanted).map(({ label }) => label);

describe('the search of acts', () => {
  it('shows all that can be done while nothing is asked for, and nothing that keys alone do', () => {
    expect(found('')).toEqual(ACTS.slice(0, 6).map(({ label }) => label));
    expect(found('redo')).toEqual([]);
  });

  it('finds words in any order, parts of words, and letters of a word that were left out', () => {
    expect(found('who go')).toEqual(['Go to “Who is it?”']);
    expect(found('own giv')).toEqual(['Go to “Give it an owner”']);
    expect(found('animo lst')).toEqual(['Open the word list “Ánimo, español”']);
    expect(found('dplct')).toEqual(['Duplicate what is chosen']);
    expect(found('zebra')).toEqual([]);
  });

  it('takes what an act is called before what stands beside it', () => {
    expect(found('who is it')).toEqual(['Go to “Who is it?”', 'Undo']);
  });
});

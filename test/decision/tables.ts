import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../definitions/feel/compile.ts';

export const TYPES: TypeEnvironment = {
  region: { type: 'string', allowed: ['north', 'south'] },
  severity: { type: 'number' },
  message: { type: 'text' },
};

/** Who owns a case: rows that exclude one another. */
export const OWNER: DecisionTable = {
  id: 'owner',
  name: 'Owner',
  hitPolicy: 'unique',
  inputs: [
    { id: 'in-region', name: 'region', type: { type: 'string', allowed: ['north', 'south'] } },
    { id: 'in-severity', name: 'severity', type: { type: 'number' } },
  ],
  outputs: [
    { id: 'out-team', name: 'team', type: { type: 'string', allowed: ['field', 'desk', 'lead'] } },
    { id: 'out-due', name: 'due in', type: { type: 'days and time duration' } },
  ],
  rows: [
    { id: 'r1', when: ['"north"', '< 5'], then: ['"field"', '@"PT8H"'] },
    { id: 'r2', when: ['"south"', '< 5'], then: ['"desk"', '@"PT8H"'] },
    { id: 'r3', when: ['-', '>= 5'], then: ['"lead"', '@"PT1H" / severity'] },
  ],
};

/** One output, rows that overlap. */
export const POINTS: DecisionTable = {
  id: 'points',
  name: 'Points',
  hitPolicy: 'collect',
  inputs: [{ id: 'in', name: 'severity', type: { type: 'number' } }],
  outputs: [{ id: 'out', name: 'points', type: { type: 'number' } }],
  rows: [
    { id: 'r1', when: ['> 1'], then: ['1'] },
    { id: 'r2', when: ['> 2'], then: ['severity * 2'] },
    { id: 'r3', when: ['> 3'], then: ['0.5'] },
  ],
};

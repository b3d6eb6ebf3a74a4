import type { Flow } from '../../../definitions/flow/flow.ts';
import { NOTHING_UNTOLD, type UntoldPlaces } from './untold-here.ts';
import type { Stories } from './use-stories.ts';

/** What of a flow is to be marked as passed by no story. */
export function untoldPlaces(
  { untold, isMarking }: Pick<Stories, 'untold' | 'isMarking'>,
  { id }: Pick<Flow, 'id'>,
): UntoldPlaces {
  const left = isMarking ? untold?.flows.find(({ flow }) => flow === id) : undefined;
  if (left === undefined) return NOTHING_UNTOLD;
  return {
    steps: new Set(left.steps.map((step) => step.id)),
    arrows: new Set(left.arrows.map((arrow) => arrow.id)),
  };
}

/** The rows of a table that are to be marked so. */
export function untoldRows(
  { untold, isMarking }: Pick<Stories, 'untold' | 'isMarking'>,
  tableId: string,
): ReadonlySet<string> {
  const left = isMarking ? untold?.tables.find(({ table }) => table === tableId) : undefined;
  return left === undefined ? NO_ROWS : new Set(left.rows.map(({ id }) => id));
}

const NO_ROWS: ReadonlySet<string> = new Set();

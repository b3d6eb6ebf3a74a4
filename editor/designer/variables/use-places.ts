import type { Place } from '../../../definitions/check/issue.ts';
import type { DoubtfulPlace, VariableUses } from '../../../definitions/check/variable-uses.ts';
import type { TablePlace } from '../../../definitions/decision/problem.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { flowIn } from '../../../definitions/flow/drawn.ts';
import { drawingWords } from '../../shell/drawing-words.ts';

/** A place that is said, and can be gone to. */
export interface SaidPlace {
  readonly said: string;
  readonly place: Place;
}

export interface SaidUses {
  readonly set: readonly SaidPlace[];
  readonly used: readonly SaidPlace[];
  readonly stories: readonly SaidPlace[];
}

/**
 * Where a flow's value is set and where it is used: each step once, and each cell of the tables that steps decide by; and
 * the stories that say something of it.
 */
export function saidUses(
  { uses, doubtful, stories }: VariableUses,
  content: DraftContent,
  flowId: string,
): SaidUses {
  const at = placeSayer(content, flowId);
  return {
    set: once(uses.flatMap((use) => (use.how === 'writes' || use.how === 'gives' ? [at.step(use)] : []))),
    used: once([
      ...uses.flatMap((use) => {
        if (use.how === 'decides') return use.places.map((place) => at.cell(use, use.table, place));
        return use.how === 'reads' || use.how === 'takes' ? [at.step(use)] : [];
      }),
      ...doubtful.map((place) => perhaps(at.any(place))),
    ]),
    stories: stories.map((scenario) => ({
      said: content.scenarios[scenario]?.name ?? '',
      place: { flow: flowId, scenario },
    })),
  };
}

/** Places that somebody should look at. */
export function saidPlaces(
  places: readonly DoubtfulPlace[],
  content: DraftContent,
  flowId: string,
): readonly SaidPlace[] {
  const at = placeSayer(content, flowId);
  return once(places.map(at.any));
}

interface AtStep {
  readonly flow: string;
  readonly node: string;
}

function placeSayer(content: DraftContent, flowId: string) {
  const { variables } = drawingWords;
  const step = ({ flow, node }: AtStep): SaidPlace => {
    const of = flowIn(content, flow);
    const name = of?.nodes.find(({ id }) => id === node)?.name ?? '';
    return {
      said: flow === flowId ? name : variables.inFlow(name, of?.name ?? ''),
      place: { flow, node },
    };
  };
  const cell = ({ flow, node }: AtStep, tableId: string, { row, column }: TablePlace): SaidPlace => {
    const table = Object.hasOwn(content.tables, tableId) ? content.tables[tableId] : undefined;
    const at = table?.rows.findIndex(({ id }) => id === row) ?? -1;
    const clause = [...(table?.inputs ?? []), ...(table?.outputs ?? [])].find(({ id }) => id === column);
    const name = table?.name ?? '';
    return {
      said: at === -1 ? variables.column(name, clause?.name ?? '') : variables.row(name, at + 1),
      place: {
        flow,
        node,
        table: tableId,
        ...(row === undefined ? {} : { row }),
        ...(column === undefined ? {} : { column }),
      },
    };
  };
  return {
    step,
    cell,
    any: (place: DoubtfulPlace): SaidPlace =>
      'table' in place ? cell(place, place.table, place) : step(place),
  };
}

function perhaps({ said, place }: SaidPlace): SaidPlace {
  return { said: drawingWords.variables.perhaps(said), place };
}

function once(places: readonly SaidPlace[]): readonly SaidPlace[] {
  const seen = new Set<string>();
  return places.filter((one) => {
    const key = JSON.stringify(one);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

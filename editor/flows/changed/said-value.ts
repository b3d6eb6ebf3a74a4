import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { flowIn } from '../../../definitions/flow/drawn.ts';
import { isJsonObject, type Json } from '../../../definitions/flow/json.ts';
import type { ValueType } from '../../../definitions/flow/value-type.ts';
import { typeWithParts } from '../../expressions/type-text.ts';
import { durationWords, howLong } from '../../shell/moment.ts';
import { plainValue } from '../../shell/plain-value.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { words } from '../../shell/words.ts';

/** Where values stand that name other things by their ids. */
export interface Known {
  readonly content: Pick<DraftContent, 'flow' | 'called' | 'tables' | 'calendars'>;
  readonly contracts: readonly Pick<ActivityContract, 'name' | 'title'>[];
  /** Names of what can be named beside it: bands, ways. */
  readonly names: ReadonlyMap<string, string>;
}

/** A value of a field as one would say it; what names another thing by its id says the name. */
export function saidValue(value: Json, path: readonly string[], known: Known): string {
  const field = path.at(-1) ?? '';
  const { inspector } = drawingWords;
  const { changed } = words;
  if (field === 'type') return isType(value) ? typeWithParts(value) : changed.another;
  if (typeof value === 'number' && field.endsWith('Ms')) return howLong(value);
  if (typeof value === 'string') {
    if (field === 'kind' || field === 'on') {
      const forms: { readonly [form: string]: string } = inspector.forms;
      return Object.hasOwn(forms, value) ? (forms[value] ?? value) : value;
    }
    if (LENGTHS.has(field)) return durationWords(value) ?? value;
    return value === '' ? changed.nothing : (nameFor(value, field, known) ?? value);
  }
  if (Array.isArray(value))
    return (value satisfies readonly Json[])
      .map((item) =>
        isJsonObject(item)
          ? STORY_LISTS.has(path[0] ?? '')
            ? (plainValue(item, 0) ?? changed.another)
            : changed.another
          : saidValue(item, path, known),
      )
      .join(', ');
  return value === null ? changed.empty : (plainValue(value, 0) ?? changed.nothing);
}

/** Fields of a story that say how long something takes. */
const LENGTHS: ReadonlySet<string> = new Set(['until', 'virtualTime']);

/** Lists of a story, which say as facts what happens and what is answered. */
const STORY_LISTS: ReadonlySet<string> = new Set(['messages', 'activities', 'tasks']);

/** What stands as a type in a drawing was read as one. */
function isType(value: unknown): value is ValueType {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function nameFor(value: string, field: string, { content, contracts, names }: Known): string | undefined {
  switch (field) {
    case 'flow':
      return flowIn(content, value)?.name;
    case 'table':
      return Object.hasOwn(content.tables, value) ? content.tables[value]?.name : undefined;
    case 'calendar':
      return Object.hasOwn(content.calendars, value) ? content.calendars[value]?.name : undefined;
    case 'activity':
      return contracts.find(({ name }) => name === value)?.title;
    case 'lane':
    case 'defaultPort':
    case 'port':
    case 'node':
    case 'to':
    case 'pathIncludes':
    case 'pathExcludes':
      return names.get(value);
    default:
      return undefined;
  }
}

import type { Json } from '../../definitions/flow/json.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import { MENTION_LIMITS } from '../../definitions/model/mention.ts';

/** Longest word or identifier in a form, in characters; longer ones are texts. */
const LONGEST_STRING = 500;
const MOST_ITEMS = 500;

/** Why a value is none of this type, in words for whoever wrote it; null when it is one. */
export function reasonAgainst(value: Json, type: ValueType): string | null {
  switch (type.type) {
    case 'any':
      return null;
    case 'text':
      if (typeof value !== 'string') return 'This is a text.';
      return value.length <= MENTION_LIMITS.text
        ? null
        : `A text has at most ${MENTION_LIMITS.text} characters.`;
    case 'string':
      if (typeof value !== 'string') return 'This is a word.';
      if (value.length > LONGEST_STRING) return `This has at most ${LONGEST_STRING} characters.`;
      return type.allowed === undefined || type.allowed.includes(value)
        ? null
        : `This is one of: ${type.allowed.join(', ')}.`;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : 'This is a number.';
    case 'boolean':
      return typeof value === 'boolean' ? null : 'This is yes or no.';
    case 'list':
      if (!Array.isArray(value) || value.length > MOST_ITEMS)
        return `This is a list of at most ${MOST_ITEMS}.`;
      return first(value.map((item: Json) => reasonAgainst(item, type.of)));
    case 'context':
      return contextReason(value, type.fields);
    default:
      return temporalReason(value, type.type);
  }
}

function contextReason(value: Json, fields: { readonly [name: string]: ValueType }): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'This has fields.';
  return first(
    Object.entries(value).map(([name, item]: [string, Json]) => {
      const type = fields[name];
      return type === undefined ? `There is no field '${name}'.` : reasonAgainst(item, type);
    }),
  );
}

const DATE = /^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?$/;
const DAYS_AND_TIME = /^-?P(?=.)(\d{1,9}D)?(T(?=.)(\d{1,9}H)?(\d{1,9}M)?(\d{1,9}(\.\d{1,9})?S)?)?$/;
const YEARS_AND_MONTHS = /^-?P(?=.)(\d{1,6}Y)?(\d{1,6}M)?$/;

/** The types of FEEL that travel as ISO 8601. */
function temporalReason(value: Json, type: keyof typeof TEMPORAL): string | null {
  const { fits, reason } = TEMPORAL[type];
  return typeof value === 'string' && value.length <= 64 && fits(value) ? null : reason;
}

const isInstant = (value: string): boolean => {
  const [date = '', time = '', ...rest] = value.split('T');
  return rest.length === 0 && DATE.test(date) && TIME.test(time);
};

const TEMPORAL = {
  date: { fits: (value: string) => DATE.test(value), reason: 'This is a date, as in 2026-03-01.' },
  time: { fits: (value: string) => TIME.test(value), reason: 'This is a time, as in 09:30:00.' },
  'date and time': { fits: isInstant, reason: 'This is a date and time, as in 2026-03-01T09:30:00Z.' },
  'days and time duration': {
    fits: (value: string) => DAYS_AND_TIME.test(value),
    reason: 'This is a duration, as in PT2H or P3D.',
  },
  'years and months duration': {
    fits: (value: string) => YEARS_AND_MONTHS.test(value),
    reason: 'This is a duration, as in P1Y or P6M.',
  },
} as const;

function first(reasons: readonly (string | null)[]): string | null {
  return reasons.find((reason) => reason !== null) ?? null;
}

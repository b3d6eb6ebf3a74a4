import { useCallback, useEffect, useMemo, useState } from 'react';
import { quotedTexts } from '../../definitions/decision/quoted.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { Witness } from '../../definitions/decision/analysis/analyse.ts';
import type { TypeEnvironment } from '../../definitions/feel/compiler.ts';
import { scopeFrom, tryFields, typedText, type TryField, type Typed } from './try-fields.ts';
import type { TableWork } from './use-table-work.ts';

export interface TrialState {
  readonly fields: readonly TryField[];
  readonly typed: Typed;
  readonly problems: Typed;
  /** Texts that the table asks for, by field. */
  readonly named: { readonly [key: string]: readonly string[] };
  readonly setTyped: (typed: Typed) => void;
  /** Fills in an input that shows something, as far as its values can be filled in. */
  readonly show: (witness: Witness) => void;
}

const NO_TYPES: TypeEnvironment = {};

/** The values with which a table is tried; they are tried again whenever they change, or the table does. */
export function useTrial(
  table: DecisionTable,
  types: TypeEnvironment | undefined,
  { checked, tryWith }: Pick<TableWork, 'checked' | 'tryWith'>,
): TrialState {
  const [typed, setTyped] = useState<Typed>({});
  const { inputs } = table;
  const found = checked?.found;
  const fields = useMemo(() => {
    const known = types ?? found?.types;
    // Until the table was read, of inputs with an expression it is not known what they look at.
    const plain = inputs.filter(({ expression }) => expression === undefined);
    return known === undefined
      ? tryFields({ inputs: plain }, NO_TYPES, [])
      : tryFields({ inputs }, known, found?.uses ?? []);
  }, [inputs, types, found]);
  const read = checked?.table;
  const named = useMemo(() => namedTexts(read, fields), [read, fields]);
  const { scope, problems } = useMemo(() => scopeFrom(fields, typed), [fields, typed]);
  useEffect(() => {
    if (read !== undefined) tryWith(scope);
  }, [tryWith, scope, read]);
  const show = useCallback(
    (witness: Witness) => {
      const shown = fields.flatMap(({ key, input, type }) => {
        const value = input === null ? undefined : witness[input];
        return value === undefined ? [] : [[key, typedText(value.json, type)] as const];
      });
      setTyped(Object.fromEntries(shown));
    },
    [fields],
  );
  return { fields, typed, problems, named, setTyped, show };
}

const MOST_NAMED = 40;
const LOOKED_AT = 1_000;

function namedTexts(
  table: DecisionTable | undefined,
  fields: readonly TryField[],
): { readonly [key: string]: readonly string[] } {
  if (table === undefined) return {};
  const rows = table.rows.slice(0, LOOKED_AT);
  return Object.fromEntries(
    fields.flatMap(({ key, input, type }) => {
      const at = table.inputs.findIndex(({ id }) => id === input);
      if (at === -1 || (type.type !== 'string' && type.type !== 'any')) return [];
      const texts = new Set(rows.flatMap(({ when }) => quotedTexts(when[at] ?? '') ?? []));
      return [[key, [...texts].slice(0, MOST_NAMED)] as const];
    }),
  );
}

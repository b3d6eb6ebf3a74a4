import { useCallback, useEffect, useMemo, useState } from 'react';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { Witness } from '../../definitions/decision/analysis/analyse.ts';
import type { TypeEnvironment } from '../../definitions/feel/compiler.ts';
import type { AskedFirst } from './asked-table.ts';
import { fieldsAsked, type DecidedField, type FieldsAsked } from './fields-asked.ts';
import { namedTexts } from './named-texts.ts';
import type { TriedWith } from './trial.ts';
import { scopeFrom, typedText, type TryField, type Typed } from './try-fields.ts';
import type { TableWork } from './use-table-work.ts';

export interface TrialState {
  readonly fields: readonly TryField[];
  /** What other tables decide. */
  readonly decided: readonly DecidedField[];
  readonly typed: Typed;
  readonly problems: Typed;
  /** Texts that the tables ask for, by field. */
  readonly named: { readonly [key: string]: readonly string[] };
  readonly setTyped: (typed: Typed) => void;
  /** Lets a value be said that other tables decide, or be decided again. */
  readonly setOwn: (key: string, isOwn: boolean) => void;
  /** Takes away all that was filled in. */
  readonly clear: () => void;
  /** Fills in an input that shows something, as far as its values can be filled in, whatever other tables decide. */
  readonly show: (witness: Witness) => void;
}

const NOTHING_FIRST: AskedFirst = { tables: [], goesBy: {} };
const NONE: ReadonlySet<string> = new Set();

/** The values with which a table is tried; they are tried again whenever they change, or the table does. */
export function useTrial(
  table: DecisionTable,
  types: TypeEnvironment | undefined,
  { checked, tryWith }: Pick<TableWork, 'checked' | 'tryWith'>,
): TrialState {
  const [typed, setTyped] = useState<Typed>({});
  const [own, setOwn] = useState(NONE);
  const { inputs, requires } = table;
  const found = checked?.found;
  const asked = useMemo((): FieldsAsked => {
    const known = types ?? found?.types;
    const { uses = [], inputUses = {}, first = NOTHING_FIRST } = found ?? {};
    const of = { ...(requires && { requires }) };
    // Until the table was read, of inputs with an expression it is not known what they look at.
    if (known === undefined) {
      const plain = inputs.filter(({ expression }) => expression === undefined);
      return fieldsAsked({ inputs: plain, ...of }, { types: {}, uses: [], inputUses: {} }, first, own);
    }
    return fieldsAsked({ inputs, ...of }, { types: known, uses, inputUses }, first, own);
  }, [inputs, requires, types, found, own]);
  const { given: fields, decided } = asked;
  const read = checked?.table;
  const texts = useMemo(() => (read === undefined ? {} : namedTexts(read)), [read]);
  const named = useMemo(
    () =>
      Object.fromEntries(
        [...fields, ...decided].map(({ key, input, named: known = [] }) => [
          key,
          texts[input ?? ''] ?? known,
        ]),
      ),
    [texts, fields, decided],
  );
  const { given, problems } = useMemo(() => triedWith(asked, typed), [asked, typed]);
  useEffect(() => {
    if (read !== undefined) tryWith(given);
  }, [tryWith, given, read]);
  const show = useCallback(
    (witness: Witness) => {
      const shown = [...fields, ...decided].flatMap(({ key, input, type }) => {
        const value = input === null ? undefined : witness[input];
        return value === undefined ? [] : [[key, typedText(value.json, type)] as const];
      });
      const said = Object.fromEntries(shown);
      setTyped(said);
      setOwn(new Set(decided.map(({ key }) => key).filter((key) => Object.hasOwn(said, key))));
    },
    [fields, decided],
  );
  return {
    fields,
    decided,
    typed,
    problems,
    named,
    setTyped,
    setOwn: useCallback(
      (key, isOwn) =>
        setOwn((before) => new Set([...before].filter((one) => one !== key).concat(isOwn ? key : []))),
      [],
    ),
    clear: useCallback(() => {
      setTyped({});
      setOwn(NONE);
    }, []),
    show,
  };
}

/** What was typed, as the table is tried with it; null: nothing was. */
function triedWith(
  { given, decided, first }: FieldsAsked,
  typed: Typed,
): { readonly given: TriedWith | null; readonly problems: Typed } {
  const said = decided.filter(({ isOwn }) => isOwn);
  const [known, own] = [scopeFrom(given, typed), scopeFrom(said, typed)];
  const ownInputs = said.flatMap(({ input }) => input ?? []);
  return {
    given: known.isAny || own.isAny ? { scope: known.scope, own: own.scope, ownInputs, first } : null,
    problems: { ...known.problems, ...own.problems },
  };
}

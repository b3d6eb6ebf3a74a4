import type { WidgetProps } from '@rjsf/utils';
import { pointer } from '../../../definitions/flow/json-pointer.ts';
import type { Json } from '../../../definitions/flow/json.ts';
import type { Steps } from './json-change.ts';
import { usePanel, usePlace } from './panel.ts';

/** What the form's library hands to an input: one part of the schema and its value. */
export type InputProps = WidgetProps;

/** What every input is described by, and how it hands on what was typed. */
export interface Field {
  readonly steps: Steps;
  readonly pointer: string;
  /** The id of what says what is wrong with it, if anything is. */
  readonly issuesId: string | undefined;
  /** Whether something is wrong with it that stops a release. */
  readonly isWrong: boolean;
  readonly help: string | undefined;
  /** Keeps a value, or says why it cannot; an optional one that is emptied goes. */
  readonly keep: (value: Json | undefined) => string | null;
}

/** The field that an input stands in. */
export function useField({ uiSchema, required, onChange }: InputProps): Field {
  const { steps, issuesId } = usePlace();
  const panel = usePanel();
  const place = pointer(...steps);
  const isWrong = (panel.issues.at.get(place) ?? []).some(({ severity }) => severity === 'error');
  return {
    steps,
    pointer: place,
    issuesId: isWrong ? issuesId : undefined,
    isWrong,
    help: helpIn(uiSchema),
    keep: (value) => {
      const isEmpty = typeof value === 'string' && value.trim() === '';
      const kept = isEmpty && required !== true ? undefined : value;
      const refusal = panel.refusalOf(steps, kept);
      if (refusal === null) onChange(kept);
      return refusal;
    },
  };
}

/** What is said to help with a field. */
export function helpIn(uiSchema: { readonly [key: string]: unknown } | undefined): string | undefined {
  const help = uiSchema?.['ui:help'];
  return typeof help === 'string' && help !== '' ? help : undefined;
}

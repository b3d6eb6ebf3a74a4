import type { ReactNode } from 'react';
import type { ValueType } from '../../../../definitions/flow/value-type.ts';
import { ExpressionInput } from '../expression-input.tsx';
import { useField, type InputProps } from '../field.ts';
import { isObject } from '../json-change.ts';
import type { KnownInput } from '../known-inputs.ts';
import { usePanel } from '../panel.ts';
import { typesAt, wantedAt } from '../types-at.ts';
import { GivenInput } from './given-input.tsx';

/** An expression; of something that is known to be taken, as what is taken asks for. */
export function FeelInput(props: InputProps): ReactNode {
  const field = useField(props);
  const panel = usePanel();
  const value = typeof props.value === 'string' ? props.value : '';
  const types = typesAt(panel, field.steps);
  const given = givenIn(props.schema['input']);
  if (given !== null) return <GivenInput given={given} value={value} types={types} field={field} />;
  return (
    <ExpressionInput
      kind="expression"
      label={props.label}
      help={field.help}
      placeholder={props.placeholder}
      value={value}
      types={types}
      wanted={wantedAt(panel, field.steps)}
      isWrong={field.isWrong}
      issuesId={field.issuesId}
      onCommit={field.keep}
    />
  );
}

/** The input that stands in a form's schema, put there by `schemaWithInputs`. */
function givenIn(input: unknown): KnownInput | null {
  return isObject(input) && isKnownInput(input) ? input : null;
}

function isKnownInput(input: object): input is KnownInput {
  return 'name' in input && 'title' in input && 'isNeeded' in input && 'type' in input && isType(input.type);
}

function isType(type: unknown): type is ValueType {
  return isObject(type) && typeof type['type'] === 'string';
}

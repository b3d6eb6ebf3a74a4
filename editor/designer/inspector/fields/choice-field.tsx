import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { drawingWords } from '../../../shell/drawing-words.ts';
import { helpIn } from '../field.ts';
import { formName, formOf, formsOf, membersIn } from '../form-schema.ts';
import { isObject } from '../json-change.ts';
import { newValue } from '../new-value.ts';
import { titleIn, type PartProps } from './field-props.ts';
import { ObjectPart } from './library-fields.tsx';

/** A part that has one of several forms: which, and then what that form asks for. */
export function ChoiceField(props: PartProps): ReactNode {
  const { schema, uiSchema, formData, onChange, fieldPathId } = props;
  const forms = formsOf(schema);
  const index = formOf(schema, formData);
  const form = forms[index];
  if (form === undefined) return null;
  const uis: unknown = uiSchema?.['forms'];
  const ui: unknown = Array.isArray(uis) ? uis[index] : undefined;
  const said = drawingWords.inspector.forms;
  const change = (chosen: number): void => {
    const next = forms[chosen];
    if (next === undefined || chosen === index) return;
    const fresh = newValue(next, new Set());
    onChange(
      isObject(fresh) && isObject(formData) ? withKept(fresh, formData, index, chosen) : fresh,
      fieldPathId.path,
    );
  };
  const withKept = (fresh: object, held: object, from: number, to: number): PartProps['formData'] => {
    const [was, is] = [membersIn(forms[from] ?? {}), membersIn(forms[to] ?? {})];
    const kept = Object.entries(held).filter(
      ([name]) => JSON.stringify(was[name]) === JSON.stringify(is[name]) && name in is,
    );
    return { ...fresh, ...Object.fromEntries(kept) };
  };
  return (
    <>
      {uiSchema?.['ui:isItem'] === true ? null : (
        <Select
          label={titleIn(uiSchema)}
          description={helpIn(uiSchema)}
          allowDeselect={false}
          data={forms.map((one, at) => ({ value: String(at), label: said[formName(one)] ?? formName(one) }))}
          value={String(index)}
          onChange={(chosen) => change(Number(chosen ?? index))}
        />
      )}
      <ObjectPart {...props} schema={form} uiSchema={isObject(ui) ? { ...ui } : {}} />
    </>
  );
}

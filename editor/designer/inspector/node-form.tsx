import type { IChangeEvent } from '@rjsf/core';
import Form from '@rjsf/core/lib/components/Form.js';
import CheckboxWidget from '@rjsf/mantine/lib/widgets/CheckboxWidget.js';
import SelectWidget from '@rjsf/mantine/lib/widgets/SelectWidget.js';
import type { RegistryFieldsType, RegistryWidgetsType, TemplatesType } from '@rjsf/utils';
import type { ReactNode } from 'react';
import type { JsonObject } from '../../../definitions/flow/json.ts';
import { ChoiceField } from './fields/choice-field.tsx';
import { ListField } from './fields/list-field.tsx';
import { MappingField } from './fields/mapping-field.tsx';
import { NamesField } from './fields/names-field.tsx';
import { OptionalField } from './fields/optional-field.tsx';
import { ValueTypeField } from './fields/value-type-field.tsx';
import type { FormSchema } from './form-schema.ts';
import type { FieldName } from './form-ui.ts';
import { formValidator } from './form-validator.ts';
import {
  ActivityInput,
  CalendarInput,
  ErrorCodeInput,
  FlowInput,
  MessageInput,
  TableInput,
} from './inputs/choice-inputs.tsx';
import { DefaultPortInput } from './inputs/default-port-input.tsx';
import { FeelInput } from './inputs/feel-input.tsx';
import { MillisecondsInput } from './inputs/milliseconds-input.tsx';
import { LongTextInput, ShortTextInput } from './inputs/text-input.tsx';
import { VariableInput } from './inputs/variable-input.tsx';
import { FieldTemplate } from './templates/field-template.tsx';
import { ObjectTemplate } from './templates/object-template.tsx';

/** What shapes of a schema are asked by, where the library's own fields do not know them. */
const FIELDS: RegistryFieldsType = {
  Choice: ChoiceField,
  List: ListField,
  Names: NamesField,
  Mapping: MappingField,
  ValueType: ValueTypeField,
  Optional: OptionalField,
} satisfies Record<FieldName, unknown>;

/**
 * Inputs by the `format` of a text or number (definitions/flow/base.schema.ts). Of the library's Mantine theme those that
 * no input of ours stands for: the whole would bring inputs of dates, colours and files along, and what it is tested with.
 */
const INPUTS: RegistryWidgetsType = {
  CheckboxWidget,
  SelectWidget,
  TextWidget: ShortTextInput,
  note: LongTextInput,
  feel: FeelInput,
  variable: VariableInput,
  table: TableInput,
  flow: FlowInput,
  calendar: CalendarInput,
  activity: ActivityInput,
  message: MessageInput,
  'error code': ErrorCodeInput,
  milliseconds: MillisecondsInput,
  'default port': DefaultPortInput,
};

const TEMPLATES: Partial<TemplatesType> = {
  FieldTemplate,
  ObjectFieldTemplate: ObjectTemplate,
};

/** Nothing is put into a node that nobody put there. */
const NO_DEFAULTS = {
  emptyObjectFields: 'skipDefaults',
  arrayMinItems: { populate: 'never' },
  constAsDefaults: 'never',
} as const;

/** A node's form, made of its JSON Schema. `onChange` hears of a change when it is done, not while somebody types. */
export function NodeForm({
  schema,
  ui,
  value,
  onChange,
}: {
  readonly schema: FormSchema;
  readonly ui: { readonly [key: string]: unknown };
  readonly value: JsonObject;
  readonly onChange: (value: JsonObject) => void;
}): ReactNode {
  const changed = ({ formData }: IChangeEvent): void => {
    if (formData !== undefined) onChange(formData);
  };
  return (
    <Form
      schema={schema}
      uiSchema={ui}
      formData={value}
      validator={formValidator}
      fields={FIELDS}
      widgets={INPUTS}
      templates={TEMPLATES}
      experimental_defaultFormStateBehavior={NO_DEFAULTS}
      tagName="div"
      idPrefix="step"
      showErrorList={false}
      onChange={changed}
    >
      <></>
    </Form>
  );
}

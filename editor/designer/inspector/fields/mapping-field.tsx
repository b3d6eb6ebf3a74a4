import type { ReactNode } from 'react';
import type { Json, JsonObject } from '../../../../definitions/flow/json.ts';
import { drawingWords } from '../../../shell/drawing-words.ts';
import { helpIn } from '../field.ts';
import { membersIn } from '../form-schema.ts';
import { isObject } from '../json-change.ts';
import { usePanel } from '../panel.ts';
import { titleIn, type PartProps } from './field-props.ts';
import { ObjectPart } from './library-fields.tsx';
import { Group } from './group.tsx';
import { MappingRows } from './mapping-rows.tsx';

/** Names and what each is: a field for each that is known to be taken, a row for each other. */
export function MappingField(props: PartProps): ReactNode {
  const { schema, uiSchema, formData, onChange, fieldPathId, required } = props;
  const { known } = usePanel();
  const mapping: JsonObject = isObject(formData) ? formData : {};
  // The library also adds a member for each name that the mapping holds; those are the rows.
  const taken = Object.fromEntries(
    Object.entries(membersIn(schema)).filter(([, member]) => isObject(member) && isObject(member['input'])),
  );
  const hasKnown = Object.keys(taken).length > 0;
  const others = Object.entries(mapping).filter(([name]) => !Object.hasOwn(taken, name));
  const names: unknown = schema.propertyNames;
  const put = (next: JsonObject): void =>
    onChange(Object.keys(next).length === 0 && required !== true ? undefined : next, fieldPathId.path);
  const withOthers = (next: readonly (readonly [string, Json])[]): void =>
    put({
      ...Object.fromEntries(Object.entries(mapping).filter(([name]) => Object.hasOwn(taken, name))),
      ...Object.fromEntries(next),
    });
  // With fields for what is known, nothing else means anything, unless what is done takes it.
  const isClosed = known !== null && hasKnown && !known.takesOthers;
  return (
    <Group title={titleIn(uiSchema)} help={helpIn(uiSchema)}>
      {hasKnown ? (
        <ObjectPart
          {...props}
          schema={{ ...schema, properties: pick(schema.properties, taken), additionalProperties: false }}
          uiSchema={{ ...uiSchema, 'ui:title': '' }}
        />
      ) : null}
      <MappingRows
        rows={others}
        taken={Object.keys(mapping)}
        path={fieldPathId.path}
        areVariables={isObject(names) && names['format'] === 'variable'}
        problem={isClosed ? drawingWords.inspector.unknownInput : null}
        canAdd={!isClosed}
        onRows={withOthers}
      />
    </Group>
  );
}

/** Those of an object's members whose names another has. */
function pick<T>(all: { readonly [name: string]: T } | undefined, named: object): { [name: string]: T } {
  return Object.fromEntries(Object.entries(all ?? {}).filter(([name]) => Object.hasOwn(named, name)));
}

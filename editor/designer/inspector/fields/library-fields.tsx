import type { ReactNode } from 'react';
import type { PartProps } from './field-props.ts';

/** The form library's own field for the members of an object. */
export function ObjectPart(props: PartProps): ReactNode {
  const { ObjectField } = props.registry.fields;
  return ObjectField === undefined ? null : <ObjectField {...props} />;
}

/** The form library's own choice of a field by the schema, with what stands around each field. */
export function SchemaPart(props: PartProps): ReactNode {
  const { SchemaField } = props.registry.fields;
  return SchemaField === undefined ? null : <SchemaField {...props} />;
}

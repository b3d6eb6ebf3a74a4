import type { FieldProps } from '@rjsf/utils';

/** What the form's library hands to a field: one part of the schema, which may hold others. */
export type PartProps = FieldProps;

/** What stands over a part. */
export function titleIn(uiSchema: { readonly [key: string]: unknown } | undefined): string {
  const title = uiSchema?.['ui:title'];
  return typeof title === 'string' ? title : '';
}

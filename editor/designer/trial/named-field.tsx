import { Autocomplete } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Json } from '../../../definitions/flow/json.ts';
import type { FormField } from '../../../definitions/flow/user-task.ts';
import { FormFieldInput } from '../../inbox/form-field.tsx';
import { usePeople, useTeams } from '../../people/people-questions.ts';

interface FieldProps {
  readonly field: FormField;
  readonly value: Json;
  readonly error: string | undefined;
  readonly onChange: (value: Json) => void;
}

/** One field of an answer; where a person or a team is to be given, those that there are are offered by name. */
export function AnswerField(props: FieldProps): ReactNode {
  const whom = whomIn(props.field);
  if (whom === null) return <FormFieldInput {...props} limit={null} disabled={false} />;
  return <NamedField {...props} whom={whom} />;
}

/** A person or a team, by name; what is given is the id. One that there is not may be written all the same. */
function NamedField({
  field,
  value,
  error,
  onChange,
  whom,
}: FieldProps & { readonly whom: 'team' | 'person' }): ReactNode {
  const people = usePeople().data ?? [];
  const teams = useTeams().data ?? [];
  const all = whom === 'team' ? teams : people.filter(({ active }) => active);
  const text = typeof value === 'string' ? value : '';
  return (
    <Autocomplete
      label={field.label}
      description={field.help}
      error={error}
      withAsterisk={field.required === true}
      data-field={field.name}
      data={[...new Set(all.map(({ name }) => name))]}
      value={all.find(({ id }) => id === text)?.name ?? text}
      onChange={(typed) => onChange(all.find(({ name }) => name === typed)?.id ?? typed)}
    />
  );
}

const TEAM = /(^|[^a-z])teams?( id)?$/i;
const PERSON = /(^|[^a-z])(person|lead|owner|colleague|answered by)( id)?$/i;

/** Whom a field asks for, by its name; null: nobody, or it says itself what may be given. */
export function whomIn({ name, type }: Pick<FormField, 'name' | 'type'>): 'team' | 'person' | null {
  if (type.type !== 'string' || type.allowed !== undefined) return null;
  const spoken = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  if (TEAM.test(spoken)) return 'team';
  return PERSON.test(spoken) ? 'person' : null;
}

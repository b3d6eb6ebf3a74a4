import type { Value } from '../value/value.ts';
import { entryOf, isContext, isList, kindOf } from '../value/value.ts';
import { FeelRange } from '../value/range.ts';
import type { FeelType } from './feel-type.ts';

/** Whether a value is of a type (DMN 1.5, 10.3.2.9); null is of none but `null` and `any`. */
export function isOfType(value: Value, type: FeelType): boolean {
  switch (type.type) {
    case 'any':
      return true;
    case 'text':
      return typeof value === 'string';
    case 'list':
      return isList(value) && (type.of.type === 'any' || value.every((item) => isOfType(item, type.of)));
    case 'context':
      return (
        isContext(value) &&
        Object.entries(type.fields).every(([name, field]) => isOfType(entryOf(value, name) ?? null, field))
      );
    case 'range':
      return (
        value instanceof FeelRange &&
        (type.of.type === 'any' || isOfType(value.lower ?? value.upper, type.of))
      );
    default:
      return kindOf(value) === type.type;
  }
}

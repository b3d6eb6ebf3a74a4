import type { ValueType } from '../../../definitions/flow/value-type.ts';
import { drawingWords } from '../../shell/drawing-words.ts';

/** What a type is called in plain words. */
export function typeName(type: ValueType): string {
  const { inspector } = drawingWords;
  return type.type === 'string' && type.allowed !== undefined
    ? inspector.oneOfThese
    : inspector.types[type.type];
}

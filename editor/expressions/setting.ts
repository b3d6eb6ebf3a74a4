import type { TypeEnvironment } from '../../definitions/feel/compile.ts';
import type { ReadAs } from '../../definitions/feel/parts-of.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';

/** What surrounds an expression: how it is read, the values in sight, and what it should come to. */
export interface FeelSetting {
  readonly as: ReadAs;
  readonly types: TypeEnvironment;
  /** Absent: anything. */
  readonly wanted?: ValueType | undefined;
}

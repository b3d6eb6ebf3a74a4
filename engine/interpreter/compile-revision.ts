import type { PlannedTable } from '../../definitions/decision/plan-table.ts';
import type { PlannedExpression } from '../../definitions/feel/compiler.ts';
import type { Feel } from '../../definitions/flow/base.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import { link } from './link.ts';
import { COMPILING, type Planning } from './planning.ts';

/**
 * Number of the form that plans have and of how `link` asks for them. Raised when either changes: what was compiled
 * before is then compiled anew. What expressions mean does not depend on it; that goes by a revision's semantics.
 */
export const COMPILER = 1;

/**
 * What reading a revision's expressions and tables came to, as plain data, in the order in which `link` asks for
 * them. It is only good for a compiler of the same version.
 */
export interface CompiledRevision {
  readonly plans: readonly CompiledPart[];
}

type CompiledPart =
  | { readonly source: Feel; readonly expression: PlannedExpression }
  | { readonly id: string; readonly table: PlannedTable };

/** Reads all that a revision has to be read, once; it throws nothing, as `link` does not. */
export function compileRevision(revision: Revision): CompiledRevision {
  const plans: CompiledPart[] = [];
  link(revision, {
    expression(source, types) {
      const expression = COMPILING.expression(source, types);
      plans.push({ source, expression });
      return expression;
    },
    table(table, types) {
      const planned = COMPILING.table(table, types);
      plans.push({ id: table.id, table: planned });
      return planned;
    },
  });
  return { plans };
}

/** Hands out what was compiled. What is not where it is expected, and all after it, is read anew. */
export function plannedBefore({ plans }: CompiledRevision): Planning {
  let next = 0;
  const take = (): CompiledPart | undefined => plans[next++];
  const end = (): void => {
    next = plans.length;
  };
  return {
    expression(source, types) {
      const part = take();
      if (part && 'source' in part && part.source === source) return part.expression;
      end();
      return COMPILING.expression(source, types);
    },
    table(table, types) {
      const part = take();
      if (part && 'id' in part && part.id === table.id) return part.table;
      end();
      return COMPILING.table(table, types);
    },
  };
}

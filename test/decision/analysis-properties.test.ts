import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseTable } from '../../definitions/decision/analysis/analyse.ts';
import type { FindingKind, TableFinding } from '../../definitions/decision/analysis/analyse.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { compileUnaryTest } from '../../definitions/feel/compile.ts';
import type { JsonObject } from '../../definitions/flow/json.ts';
import { anyTable, answering, everyInput, scopeOf, typesOf } from './random-tables.ts';

const RUNS = { numRuns: 120, seed: 20260301 };
const ALL = { findings: 1000 };

function found(table: DecisionTable, ...kinds: FindingKind[]): readonly TableFinding[] {
  return analyseTable(table, typesOf(table), ALL).findings.filter(({ kind }) => kinds.includes(kind));
}

function isSingle({ hitPolicy }: DecisionTable): boolean {
  return hitPolicy === 'unique' || hitPolicy === 'any' || hitPolicy === 'first' || hitPolicy === 'priority';
}

function forTables(conditions: boolean, holds: (table: DecisionTable) => void): void {
  fc.assert(fc.property(anyTable(conditions), holds), RUNS);
}

/** Whether an input lies in a gap as it is told: in each of its cells. */
function liesIn({ cells = {} }: TableFinding, table: DecisionTable): (scope: JsonObject) => boolean {
  const tests = table.inputs.map(({ id, name, type }) => ({
    name,
    test: compileUnaryTest(cells[id] ?? '-', type, {}),
  }));
  return (scope) => tests.every(({ name, test }) => test.matches(scope[name] ?? null, {}, 0));
}

describe.each([false, true])('whatever the table (conditions: %s)', (conditions) => {
  it('shows inputs that rows which overlap really fit', () => {
    forTables(conditions, (table) => {
      const answers = answering(table);
      for (const { rows, witness, certain } of found(table, 'overlap')) {
        const [hub = '', partner = ''] = rows;
        const together = answers(scopeOf(table, witness)).map(
          ({ hits }) => hits.includes(hub) && hits.includes(partner),
        );
        expect(together.every(Boolean) || !certain).toBe(true);
      }
    });
  });

  it('shows inputs that no row fits, and tells gaps in which none does anywhere', () => {
    forTables(conditions, (table) => {
      const answers = answering(table);
      for (const gap of found(table, 'gap', 'missing input')) {
        if (!gap.certain) continue;
        expect(answers(scopeOf(table, gap.witness)).flatMap(({ hits }) => hits)).toEqual([]);
        if (gap.cells === undefined) continue;
        const inside = everyInput(table, false).filter(liesIn(gap, table));
        expect(inside.flatMap((scope) => answers(scope).flatMap(({ hits }) => hits))).toEqual([]);
      }
    });
  });

  it('calls no row hidden, and none idle, that ever decides', () => {
    forTables(conditions, (table) => {
      const answers = answering(table);
      const findings = found(table, 'hidden', 'never fires', 'only when missing');
      const decides = (row: string, withMissing: boolean): boolean =>
        everyInput(table, withMissing).some((scope) =>
          answers(scope).some(({ counted, hits }) =>
            isSingle(table) && table.hitPolicy !== 'unique' ? counted.includes(row) : hits.includes(row),
          ),
        );
      for (const { kind, rows } of findings)
        expect(decides(rows[0] ?? '', kind !== 'only when missing')).toBe(false);
    });
  });

  it('calls no column useless that changes a decision', () => {
    forTables(conditions, (table) => {
      const answers = answering(table);
      for (const { columns } of found(table, 'column changes nothing')) {
        const name = table.inputs.find(({ id }) => id === columns[0])?.name ?? '';
        const scopes = everyInput(table, false);
        for (const scope of scopes) {
          const others = scopes.filter((other) => sameBut(name, scope, other));
          const values = others.map((other) => JSON.stringify(answers(other).map(({ value }) => value)));
          expect(new Set(values).size).toBe(1);
        }
      }
    });
  });

  it('calls no row of an “any” table needless that adds something', () => {
    forTables(conditions, (table) => {
      for (const { rows } of found(table, 'adds nothing')) {
        const without = answering({ ...table, rows: table.rows.filter(({ id }) => id !== rows[0]) });
        const answers = answering(table);
        for (const scope of everyInput(table, true))
          expect(without(scope).map(({ value }) => value)).toEqual(answers(scope).map(({ value }) => value));
      }
    });
  });

  it('says of outputs what they are', () => {
    forTables(conditions, (table) => {
      if (found(table, 'output never changes').length === 0) return;
      const gives = table.rows.map(({ then }) => then[0]);
      expect(new Set(gives).size).toBe(1);
    });
  });

  it('puts only rows together that decide the same as one', () => {
    forTables(conditions, (table) => {
      const answers = answering(table);
      for (const { rows, columns } of found(table, 'could be one row')) {
        const merged = answering(oneRow(table, rows, columns[0] ?? ''));
        for (const scope of everyInput(table, true)) {
          const before = answers(scope).map(({ value }) => value);
          // Where the rows overlapped and must not, one row mends that.
          if (table.hitPolicy !== 'unique') expect(merged(scope).map(({ value }) => value)).toEqual(before);
        }
      }
    });
  });
});

function sameBut(name: string, a: JsonObject, b: JsonObject): boolean {
  return Object.keys(a).every((key) => key === name || a[key] === b[key]);
}

function oneRow(table: DecisionTable, rows: readonly string[], column: string): DecisionTable {
  const at = table.inputs.findIndex(({ id }) => id === column);
  const cells = table.rows.filter(({ id }) => rows.includes(id)).map(({ when }) => when[at] ?? '-');
  return {
    ...table,
    rows: table.rows
      .filter(({ id }) => id === rows[0] || !rows.includes(id))
      .map((row) =>
        row.id === rows[0]
          ? { ...row, when: row.when.map((cell, i) => (i === at ? cells.join(', ') : cell)) }
          : row,
      ),
  };
}

describe('a table of fixed cells', () => {
  it('is searched completely', () => {
    forTables(false, (table) => {
      expect(analyseTable(table, typesOf(table)).complete).toBe(true);
    });
  });

  it('has no gap that is not told', () => {
    forTables(false, (table) => {
      if (!isSingle(table) || table.outputs[0]?.default !== undefined) return;
      const answers = answering(table);
      const gaps = found(table, 'gap').map((gap) => liesIn(gap, table));
      const open = everyInput(table, false).filter((scope) =>
        answers(scope).every(({ hits }) => hits.length === 0),
      );
      expect(open.filter((scope) => !gaps.some((isIn) => isIn(scope)))).toEqual([]);
    });
  });

  it('has no overlap that is not told', () => {
    forTables(false, (table) => {
      if (table.hitPolicy !== 'unique' && table.hitPolicy !== 'any') return;
      const told = new Set(
        found(table, 'overlap').flatMap(({ rows: [hub = '', ...partners] }) =>
          partners.flatMap((other) => [`${hub} ${other}`, `${other} ${hub}`]),
        ),
      );
      const gives = new Map(table.rows.map(({ id, then }) => [id, then[0]]));
      const answers = answering(table);
      for (const scope of everyInput(table, true)) {
        const hits = answers(scope)[0]?.hits ?? [];
        for (const a of hits)
          for (const b of hits) {
            const matters = a !== b && (table.hitPolicy === 'unique' || gives.get(a) !== gives.get(b));
            if (matters) expect(told).toContain(`${a} ${b}`);
          }
      }
    });
  });

  it('has no row that never decides and is not told', () => {
    forTables(false, (table) => {
      if (table.hitPolicy !== 'first' && table.hitPolicy !== 'priority') return;
      const answers = answering(table);
      const decided = new Set(
        everyInput(table, true).flatMap((scope) => answers(scope).flatMap(({ counted }) => counted)),
      );
      const told = found(table, 'hidden', 'never fires').map(({ rows }) => rows[0] ?? '');
      expect(table.rows.map(({ id }) => id).filter((id) => !decided.has(id))).toEqual(
        table.rows.map(({ id }) => id).filter((id) => told.includes(id)),
      );
    });
  });

  it('has no column that changes nothing and is not told', () => {
    forTables(false, (table) => {
      if (table.hitPolicy !== 'first' && table.hitPolicy !== 'priority') return;
      const answers = answering(table);
      const scopes = everyInput(table, false);
      const value = new Map(
        scopes.map((scope) => [JSON.stringify(scope), JSON.stringify(answers(scope)[0]?.value)]),
      );
      const valueOf = (scope: JsonObject) => value.get(JSON.stringify(scope));
      const told = found(table, 'column changes nothing').map(({ columns }) => columns[0]);
      const idle = table.inputs.filter(({ name }) =>
        scopes.every((scope) =>
          scopes.every((other) => !sameBut(name, scope, other) || valueOf(scope) === valueOf(other)),
        ),
      );
      expect(told).toEqual(idle.map(({ id }) => id));
    });
  });

  it('has no missing input that no row fits and is not told', () => {
    forTables(false, (table) => {
      if (!isSingle(table) || table.outputs[0]?.default !== undefined) return;
      const answers = answering(table);
      const told = new Set(found(table, 'missing input').flatMap(({ columns }) => columns));
      for (const { id, name } of table.inputs) {
        const missing = everyInput(table, false).map((scope) => ({ ...scope, [name]: null }));
        const never = missing.every((scope) => answers(scope).every(({ hits }) => hits.length === 0));
        const hasRows = found(table, 'never fires').length < table.rows.length;
        if (never && hasRows) expect(told).toContain(id);
      }
    });
  });
});

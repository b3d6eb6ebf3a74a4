/**
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/cases/:caseId/scenario | | CaseScenario; 'conflict' when what its steps were told was not kept |
 */
import type { Scenario } from '../../scenario/scenario.ts';

/** A case as a scenario; words that may be somebody's own are stand-ins. */
export interface CaseScenario {
  readonly scenario: Scenario;
  /** Told again it passes the steps that the case passed, in their order. */
  readonly isSameWay: boolean;
  /** What happened in the case that no scenario can tell. */
  readonly leftOut: readonly string[];
}

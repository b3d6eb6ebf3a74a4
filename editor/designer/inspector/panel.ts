import { createContext, useContext } from 'react';
import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import type { CheckContext } from '../../../definitions/check/context.ts';
import type { ExpressionSite } from '../../../definitions/check/expression-sites.ts';
import type { Fix } from '../../../definitions/check/fix.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import type { Json, JsonObject } from '../../../definitions/flow/json.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import type { Steps } from './json-change.ts';
import type { KnownInputs } from './known-inputs.ts';
import type { PlacedIssues } from './placed-issues.ts';

/** What the fields of the panel know of the step they are part of. */
export interface Panel {
  readonly node: FlowNode;
  readonly flow: Flow;
  readonly content: DraftContent;
  /** What is offered now. */
  readonly offered: readonly ActivityContract[];
  /** Of the step's activity, offered now or known from before. */
  readonly contract: ActivityContract | undefined;
  readonly known: KnownInputs | null;
  readonly check: CheckContext;
  /** The flow's values in the case that is looked at, if one is. */
  readonly example: JsonObject | undefined;
  /** The step's expressions, by their JSON Pointer. */
  readonly sites: ReadonlyMap<string, ExpressionSite>;
  readonly issues: PlacedIssues;
  /** Why a value does not fit in its place, in a sentence; null: it does. */
  readonly refusalOf: (steps: Steps, value: Json | undefined) => string | null;
  readonly onFix: ((fix: Fix) => void) | undefined;
  readonly onOpenTable: (tableId: string) => void;
  readonly onOpenFlow: (flowId: string) => void;
}

const PanelContext = createContext<Panel | null>(null);
export const PanelProvider = PanelContext.Provider;

export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (panel === null) throw new Error('This field stands outside of a panel.');
  return panel;
}

/** Where in the node a field stands. */
export interface Place {
  readonly steps: Steps;
  /** The id of what says what is wrong with it, for those who hear the page. */
  readonly issuesId: string;
}

const PlaceContext = createContext<Place>({ steps: [], issuesId: '' });
export const PlaceProvider = PlaceContext.Provider;

/** Where the field stands that asks. */
export function usePlace(): Place {
  return useContext(PlaceContext);
}

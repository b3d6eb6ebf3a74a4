import { z } from 'zod';
import { ScenarioSchema } from '../../definitions/scenario/scenario.schema.ts';
import { IdSchema } from './page.schema.ts';

export const CaseScenarioParams = z.object({ caseId: IdSchema });
export const CaseScenarioSchema = z.object({
  scenario: ScenarioSchema,
  isSameWay: z.boolean(),
  leftOut: z.array(z.string()).readonly(),
});

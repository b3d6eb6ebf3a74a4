/** What the worker bundles: the workflow types it offers. */
export { caseWorkflow } from './case-workflow.ts';
export { retentionWorkflow } from './retention-workflow.ts';

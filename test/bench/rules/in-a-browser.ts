/** What a page needs of the rule language: to compile, to decide and to explain. */
export { compileExpression, compileUnaryTest } from '../../../definitions/feel/compile.ts';
export { compileTable } from '../../../definitions/decision/compile.ts';
export { explainTable } from '../../../definitions/decision/explain.ts';

import type { Feel } from '../flow/base.ts';
import type { HitPolicy } from './table.ts';

/** A DMN decision requirement graph (DMN 1.5, chapter 6) with all that its decisions are made of. Plain data. */
export interface DecisionModel {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly imports: readonly ModelImport[];
  readonly types: readonly TypeDefinition[];
  readonly inputs: readonly InputData[];
  readonly decisions: readonly Decision[];
  readonly knowledge: readonly KnowledgeModel[];
  readonly services: readonly DecisionService[];
}

/** Another model whose elements are known here as `name.element`; with an empty name, by their own names. */
export interface ModelImport {
  readonly name: string;
  readonly namespace: string;
}

/** A type of one's own (item definition). `typeRef` names what it is made from; `fields` make it a context. */
export interface TypeDefinition {
  readonly name: string;
  readonly typeRef?: string;
  readonly fields?: readonly TypeDefinition[];
  readonly isList: boolean;
  /** FEEL unary tests that a value must pass. Of a list: each item. */
  readonly allowed?: Feel;
  /** It is a function, which gives a value of `typeRef`. */
  readonly isFunction?: boolean;
}

interface Element {
  readonly id: string;
  readonly name: string;
}

export interface InputData extends Element {
  readonly typeRef?: string;
}

/** Where an element stands: in a model of that namespace, or in this one. */
export interface Reference {
  readonly id: string;
  readonly namespace?: string;
}

export interface Decision extends Element {
  readonly typeRef?: string;
  /** Inputs, decisions, knowledge models and services that it may name. */
  readonly needs: readonly Reference[];
  /** Absent: it is only drawn. */
  readonly logic?: Boxed;
}

/** A function that decisions may call. */
export interface KnowledgeModel extends Element {
  readonly typeRef?: string;
  readonly needs: readonly Reference[];
  readonly logic?: BoxedFunction;
}

/** Decisions that may be called as one function of their inputs. */
export interface DecisionService extends Element {
  readonly outputs: readonly Reference[];
  readonly inside: readonly Reference[];
  readonly inputDecisions: readonly Reference[];
  readonly inputData: readonly Reference[];
}

export interface Parameter {
  readonly name: string;
  readonly typeRef?: string;
}

/** A boxed expression (DMN 1.5, 10.2). `typeRef`: its value is of that type, or null. */
export type Boxed = { readonly typeRef?: string } & (
  | { readonly kind: 'literal'; readonly text: Feel }
  | { readonly kind: 'table'; readonly table: BoxedTable }
  /** The entry without a name, which comes last, is the value of the whole. */
  | { readonly kind: 'context'; readonly entries: readonly BoxedEntry[] }
  | { readonly kind: 'list'; readonly items: readonly Boxed[] }
  | {
      readonly kind: 'relation';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Boxed[])[];
    }
  | {
      readonly kind: 'invocation';
      readonly called: Feel;
      readonly bindings: readonly { readonly name: string; readonly value: Boxed }[];
    }
  | BoxedFunction
  | {
      readonly kind: 'conditional';
      readonly condition: Boxed;
      readonly then: Boxed;
      readonly otherwise: Boxed;
    }
  | { readonly kind: 'filter'; readonly of: Boxed; readonly match: Boxed }
  | { readonly kind: 'for'; readonly variable: string; readonly over: Boxed; readonly body: Boxed }
  | { readonly kind: 'some' | 'every'; readonly variable: string; readonly over: Boxed; readonly body: Boxed }
);

export interface BoxedEntry {
  readonly name?: string;
  readonly typeRef?: string;
  readonly value: Boxed;
}

export interface BoxedFunction {
  readonly kind: 'function';
  readonly typeRef?: string;
  readonly parameters: readonly Parameter[];
  /** Absent: it is written in Java or PMML, which are not run here. */
  readonly body?: Boxed;
}

/** A decision table as one of a model's expressions. */
export interface BoxedTable {
  readonly hitPolicy: HitPolicy;
  readonly aggregation?: 'sum' | 'min' | 'max' | 'count';
  readonly inputs: readonly {
    readonly expression: Feel;
    readonly typeRef?: string;
    readonly allowed?: Feel;
  }[];
  readonly outputs: readonly {
    readonly name?: string;
    readonly typeRef?: string;
    /** Values it may have, the most important first, as FEEL unary tests. */
    readonly allowed?: Feel;
    readonly default?: Feel;
  }[];
  readonly rows: readonly {
    readonly id: string;
    readonly when: readonly Feel[];
    readonly then: readonly Feel[];
  }[];
}

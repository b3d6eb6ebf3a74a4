import { config, type z } from 'zod';
import type { Json } from '../../../definitions/flow/json.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import { FlowNodeSchema } from '../../../definitions/flow/node.schema.ts';
import { drawingWords } from '../../shell/drawing-words.ts';

export type NodeReading = { readonly node: FlowNode } | { readonly refusal: string };

/** A node as its schema takes it, or what does not fit, in a sentence. */
export function readNode(value: Json | undefined): NodeReading {
  // The pages' content security policy forbids code made at run time, and zod would try it out.
  config({ jitless: true });
  const parsed = FlowNodeSchema.safeParse(value);
  return parsed.success ? { node: parsed.data } : { refusal: sentence(parsed.error.issues[0]) };
}

function sentence(issue: z.core.$ZodIssue | undefined): string {
  const { refused } = drawingWords.inspector;
  switch (issue?.code) {
    case 'too_big':
      return issue.origin === 'string'
        ? refused.tooLong(Number(issue.maximum))
        : issue.origin === 'array'
          ? refused.tooMany(Number(issue.maximum))
          : refused.atMost(Number(issue.maximum));
    case 'too_small':
      return issue.origin === 'string' ? refused.missing : refused.atLeast(Number(issue.minimum));
    case 'invalid_type':
      return issue.expected === 'int'
        ? refused.whole
        : issue.expected === 'number'
          ? refused.number
          : refused.other;
    case 'custom':
      return issue.message;
    default:
      return refused.other;
  }
}

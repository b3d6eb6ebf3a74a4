import type { JsonObject } from '../../../definitions/flow/json.ts';
import { JsonObjectSchema } from '../../../definitions/flow/json.schema.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';

/** A node as the plain JSON that it is. */
export function asJson(node: FlowNode): JsonObject {
  return JsonObjectSchema.parse(JSON.parse(JSON.stringify(node)));
}

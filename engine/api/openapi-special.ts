import { z } from 'zod';
import type { JsonObject } from '../../definitions/flow/json.ts';
import { CaptureAnswerSchema } from './mention.schema.ts';
import type { OpenapiSchemas } from './openapi-schemas.ts';
import { WorkAsSchema } from './session.schema.ts';
import { WebhookBodySchema } from './webhook.schema.ts';
import { SIGNATURE_HEADER } from './webhook-signature.ts';

const ChangeEventSchema = z.union([
  z.object({
    kind: z.enum(['case', 'task', 'incident', 'mention', 'reply', 'flow', 'who']),
    id: z.string(),
    caseId: z.string().nullable(),
  }),
  z.object({ kind: z.literal('everything') }),
]);

const PROBLEM: JsonObject = { $ref: '#/components/responses/Problem' };
const stringParameter = (name: string, where: string): JsonObject => ({
  name,
  in: where,
  required: true,
  schema: { type: 'string' },
});

/** Addresses that do not answer JSON to somebody signed in, and so are not made of a Route. */
export function specialPaths(schemas: OpenapiSchemas): { readonly [path: string]: JsonObject } {
  return {
    '/api/openapi.json': {
      get: {
        operationId: 'readOpenapi',
        summary: 'This document',
        security: [],
        responses: {
          '200': {
            description: 'OpenAPI 3.1',
            content: { 'application/json': { schema: { type: 'object' } } },
          },
        },
      },
    },
    '/sign-in': {
      get: {
        operationId: 'signIn',
        summary: 'A one-time link becomes a session',
        security: [],
        parameters: [stringParameter('token', 'query')],
        responses: {
          '303': { description: 'Signed in: the cookie is set, and / is next' },
          '401': {
            description: 'A page that says why not',
            content: { 'text/html': { schema: { type: 'string' } } },
          },
          default: PROBLEM,
        },
      },
    },
    '/api/sign-out': {
      post: {
        operationId: 'signOut',
        summary: 'Forgets the session in this browser',
        responses: { '204': { description: 'Done' }, default: PROBLEM },
      },
    },
    '/api/work-as': {
      post: {
        operationId: 'workAs',
        summary:
          'On a local installation: from now on this browser acts as that person; null: as who signed in',
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: schemas.schemaOf(WorkAsSchema, 'input', 'workAsBody') },
          },
        },
        responses: { '204': { description: 'Done' }, default: PROBLEM },
      },
    },
    '/api/channels/{channel}/webhook': {
      post: {
        operationId: 'receiveWebhook',
        summary:
          'Mentions pushed by another system: CloudEvents 1.0 (structured, binary, batch) or plain JSON',
        security: [],
        parameters: [
          stringParameter('channel', 'path'),
          {
            ...stringParameter(SIGNATURE_HEADER, 'header'),
            description:
              't=<seconds since the epoch>,v1=<hex of HMAC-SHA256 over "<t>.<body>">; good for five minutes',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: schemas.schemaOf(WebhookBodySchema, 'input', 'receiveWebhookBody'),
            },
            'application/cloudevents+json': { schema: {} },
            'application/cloudevents-batch+json': { schema: {} },
          },
        },
        responses: {
          '200': {
            description: 'A verdict for each',
            content: {
              'application/json': {
                schema: schemas.schemaOf(CaptureAnswerSchema, 'output', 'receiveWebhookAnswer'),
              },
            },
          },
          default: PROBLEM,
        },
      },
    },
    '/api/changes': {
      get: {
        operationId: 'watchChanges',
        summary: 'Server-sent events: ready once, then change for each change',
        responses: {
          '200': {
            description: 'The data of each change event',
            content: {
              'text/event-stream': {
                schema: schemas.schemaOf(ChangeEventSchema, 'output', 'watchChangesAnswer'),
              },
            },
          },
          default: PROBLEM,
        },
      },
    },
  };
}

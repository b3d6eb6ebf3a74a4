import { z } from 'zod';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import { createOpenapiSchemas } from './openapi-schemas.ts';
import type { OpenapiSchemas } from './openapi-schemas.ts';
import { ProblemSchema } from './problem.schema.ts';
import type { Route } from './route.ts';
import { specialPaths } from './openapi-special.ts';

/** The OpenAPI 3.1 document of these routes, written from the schemas that read requests and type answers. */
export function openapiOf(routes: readonly Route[], version: string): JsonObject {
  const schemas = createOpenapiSchemas();
  const problem: JsonObject = {
    description: 'A refusal (RFC 9457), with what to do about it',
    content: { 'application/problem+json': { schema: reference('Problem') } },
  };
  // Asked for by name, so that it stands among the components.
  schemas.schemaOf(z.object({ problem: ProblemSchema }), 'output', 'Problems');
  const paths: Record<string, JsonObject> = { ...specialPaths(schemas) };
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Earshot', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { bearer: [] }],
    paths,
    components: {
      schemas: schemas.components(),
      responses: { Problem: problem },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'earshot' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function operationOf(route: Route, schemas: OpenapiSchemas): JsonObject {
  const { params, query, body, answer, held } = route.schemas;
  const status = String(route.status ?? (answer === null ? 204 : 200));
  return {
    operationId: route.id,
    summary: route.summary,
    ...(route.access === 'open' ? { security: [] } : {}),
    ...(Array.isArray(route.access) ? { description: `For: ${route.access.join(', ')}, admin.` } : {}),
    parameters: [
      ...parametersOf(params, 'path', schemas, route.id),
      ...parametersOf(query, 'query', schemas, route.id),
    ],
    ...(body === null
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemas.schemaOf(body, 'input', `${route.id}Body`) } },
          },
        }),
    responses: {
      [status]:
        answer === null
          ? { description: 'Done' }
          : {
              description: 'The answer',
              content: {
                'application/json': { schema: schemas.schemaOf(answer, 'output', `${route.id}Answer`) },
              },
            },
      ...(held === null
        ? {}
        : {
            '202': {
              description: 'It is held until another person approves of it',
              content: {
                'application/json': { schema: schemas.schemaOf(held, 'output', `${route.id}Held`) },
              },
            },
          }),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function parametersOf(
  schema: z.ZodType | null,
  where: 'path' | 'query',
  schemas: OpenapiSchemas,
  id: string,
): Json[] {
  if (schema === null) return [];
  const { properties, required } = schemas.schemaOf(schema, 'input', `${id}.${where}`);
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return [];
  const needed: readonly Json[] = Array.isArray(required) ? required : [];
  return Object.entries(properties).map(([name, part]: [string, Json]) => ({
    name,
    in: where,
    required: where === 'path' || needed.includes(name),
    schema: part,
  }));
}

function reference(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

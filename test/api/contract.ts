import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { Answer, Client } from './served.ts';

interface Operation {
  readonly id: string;
  readonly method: string;
  readonly address: RegExp;
  /** Of each status that answers JSON. */
  readonly judges: ReadonlyMap<string, ValidateFunction>;
  readonly statuses: readonly string[];
}

/** Holds real answers against the OpenAPI document, and remembers what was asked. */
export interface Contract {
  readonly operations: readonly string[];
  readonly asked: ReadonlySet<string>;
  /** A client whose every answer must be as documented; what is not, throws. */
  watch(client: Client): Client;
}

export function contractOf(document: unknown): Contract {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema(object(document), 'openapi');
  const operations = Object.entries(object(object(document)['paths'])).flatMap(([path, item]) =>
    Object.entries(object(item)).map(([method, operation]) =>
      operationOf(ajv, path, method, object(operation)),
    ),
  );
  const problem = ajv.compile({ $ref: 'openapi#/components/schemas/Problem' });
  const asked = new Set<string>();
  const judge = (method: string, path: string, answer: Answer): Answer => {
    const [address = ''] = path.split('?');
    const operation = operations.find((one) => one.method === method && one.address.test(address));
    if (operation === undefined) throw new Error(`${method} ${path} is not documented`);
    const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
    if (!isProblem && !operation.statuses.includes(String(answer.status))) {
      throw new Error(
        `${operation.id} answered ${answer.status}, which is not documented: ${JSON.stringify(answer.body)}`,
      );
    }
    if (!isProblem) asked.add(operation.id);
    const validate = isProblem ? problem : operation.judges.get(String(answer.status));
    if (validate !== undefined && !validate(answer.body)) {
      throw new Error(`${operation.id} is not as documented: ${ajv.errorsText(validate.errors)}`);
    }
    return answer;
  };
  return {
    operations: operations.map(({ id }) => id),
    asked,
    watch: (client) => ({
      get: async (path) => judge('get', path, await client.get(path)),
      send: async (method, path, body) =>
        judge(method.toLowerCase(), path, await client.send(method, path, body)),
    }),
  };
}

function operationOf(
  ajv: Ajv2020,
  path: string,
  method: string,
  operation: Record<string, unknown>,
): Operation {
  const responses = object(operation['responses']);
  const judges = Object.keys(responses).flatMap((status): [string, ValidateFunction][] => {
    const content = object(responses[status])['content'];
    if (content === undefined || object(content)['application/json'] === undefined) return [];
    const pointer = ['paths', path, method, 'responses', status, 'content', 'application/json', 'schema'];
    const escaped = pointer.map((part) =>
      encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')),
    );
    return [[status, ajv.compile({ $ref: `openapi#/${escaped.join('/')}` })]];
  });
  const pattern = path.replaceAll(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.');
  return {
    id: String(operation['operationId']),
    method,
    address: new RegExp(`^${pattern}$`),
    judges: new Map(judges),
    statuses: Object.keys(responses).filter((status) => status !== 'default'),
  };
}

function object(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error(`not an object: ${JSON.stringify(value)}`);
  return Object.fromEntries(Object.entries(value));
}

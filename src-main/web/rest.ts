import type { IncomingMessage, ServerResponse } from 'node:http'
import { SmartCoercionPlugin } from '@orpc/json-schema'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { RequestHeadersPlugin } from '@orpc/server/plugins'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { CallContext } from '../core/api.ts'
import type { Core } from '../core/core.ts'
import { isForm } from './body.ts'

/**
 * The contract as plain REST. An address and the parts of a form are text, so what they say is read by its schema (`limit=5`
 * is a number); a JSON body says itself what is a number, and is taken at its word.
 */
export function createRest(router: Core['router']) {
  const plugins = [new RequestHeadersPlugin()]
  const atTheirWord = new OpenAPIHandler(router, { plugins })
  const bySchema = new OpenAPIHandler(router, {
    plugins: [...plugins, new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] })],
  })
  return (request: IncomingMessage, response: ServerResponse, context: CallContext) =>
    (request.method === 'GET' || isForm(request) ? bySchema : atTheirWord).handle(request, response, {
      prefix: '/api',
      context,
    })
}
export type Rest = ReturnType<typeof createRest>

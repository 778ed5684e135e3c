import type { IncomingMessage, ServerResponse } from 'node:http'
import { SmartCoercionPlugin } from '@orpc/json-schema'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { RequestHeadersPlugin } from '@orpc/server/plugins'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { CallContext } from '../core/api.ts'
import type { Core } from '../core/core.ts'

/**
 * The contract as plain REST. An address is text, so what a GET asks in it is read by its schema (`limit=5` is a number); a
 * JSON body says itself what is a number, and is taken at its word.
 */
export function createRest(router: Core['router']) {
  const plugins = [new RequestHeadersPlugin()]
  const commands = new OpenAPIHandler(router, { plugins })
  const questions = new OpenAPIHandler(router, {
    plugins: [...plugins, new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] })],
  })
  return (request: IncomingMessage, response: ServerResponse, context: CallContext) =>
    (request.method === 'GET' ? questions : commands).handle(request, response, { prefix: '/api', context })
}
export type Rest = ReturnType<typeof createRest>

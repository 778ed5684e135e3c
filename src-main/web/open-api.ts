import { oc } from '@orpc/contract'
import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from '../../src-shared/contract.ts'

/** Readers of the document find procedures by room. */
const rooms = Object.fromEntries(Object.entries(contract).map(([room, part]) => [room, oc.tag(room).router(part)]))

/** The contract as an OpenAPI 3.1 document, refusals included, for scripts and other software. */
export const openApiDocument = (version: string, url: string) =>
  new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(rooms, {
    info: {
      title: 'Lumbung',
      version,
      description: 'The shop on this computer. Money is whole rupiah, instants are milliseconds since 1970 in UTC.',
    },
    servers: [{ url: `${url}/api` }],
    security: [{ session: [] }],
    components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
  })

import { oc } from '@orpc/contract'
import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { ACTS } from '../../src-shared/acts.ts'
import { contract } from '../../src-shared/contract.ts'

/** Readers of the document find procedures by room. */
const rooms = Object.fromEntries(Object.entries(contract).map(([room, part]) => [room, oc.tag(room).router(part)]))

/** The contract as an OpenAPI 3.1 document, refusals included, for scripts and other software. */
export async function openApiDocument(version: string, url: string) {
  const document = await new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(rooms, {
    info: {
      title: 'Lumbung',
      version,
      description:
        'The shop on this computer. Money is whole rupiah, instants are milliseconds since 1970 in UTC, days are of the ' +
        "shop's own zone. Whoever has the token acts as the person at this computer.",
    },
    servers: [{ url: `${url}/api` }],
    security: [{ token: [] }],
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description:
            "The one line of `lumbung.sqlite.api-token` (Toko Latihan: `latihan.sqlite.api-token`) in the shop's folder, " +
            'which only its owner can read; `npm start -- --browser --api` says it too. It stays the same until the file is deleted.',
        },
      },
    },
  })
  for (const path of Object.values(document.paths ?? {}))
    for (const operation of Object.values(path ?? {}) as Operation[]) {
      operation.parameters?.forEach(describeList)
      if (ACTS.has(operation.operationId)) operation.parameters = [...(operation.parameters ?? []), ACT_NAME]
      for (const body of [operation.requestBody, ...Object.values(operation.responses ?? {})]) onlyAsForm(body)
    }
  return document
}

/** https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/ */
const ACT_NAME: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  schema: { type: 'string', format: 'uuid' },
  description:
    'Names this act. Sent again under the same name with the same contents, because its answer was lost, it is done once and ' +
    'answered as before; other contents are refused with ACT_ID_USED. Remembered for two days.',
}

interface Operation {
  operationId: string
  parameters?: Parameter[]
  requestBody?: Body
  responses?: Record<string, Body>
}

interface Body {
  content?: Record<string, unknown>
}

/** The generator offers JSON beside each form, where no file can stand. */
function onlyAsForm(body: Body | undefined): void {
  if (body?.content?.['multipart/form-data']) delete body.content['application/json']
}

interface Parameter {
  name: string
  in: string
  schema?: { type?: unknown; format?: string }
  description?: string
  style?: string
}

/** The generator calls a list in an address a deep object, which OpenAPI does not know; `tabs[]=a&tabs[]=b` is read. */
function describeList(parameter: Parameter): void {
  if (parameter.in !== 'query' || parameter.schema?.type !== 'array') return
  parameter.name += '[]'
  parameter.style = 'form'
}

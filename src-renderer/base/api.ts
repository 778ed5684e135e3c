import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { contract } from '../../src-shared/contract.ts'
import { namedAct } from './act-id.ts'
import { desktop } from './bridge.ts'
import { createCoreLine } from './core-line.ts'

/** A browser that was let in sends its session cookie by itself. */
const fetchLink = () => new RPCLink({ url: new URL('/rpc', window.location.href).href, headers: namedAct })

const bridge = desktop()

/** Every procedure of the core, typed by the contract: `await client.orders.get({ id })`. */
export const client: ContractRouterClient<typeof contract> = createORPCClient(
  bridge ? createCoreLine(window, bridge) : fetchLink(),
)

/** The same for TanStack Query: `useQuery(api.orders.get.queryOptions({ input: { id } }))`. */
export const api = createTanstackQueryUtils(client)

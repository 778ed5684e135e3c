import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { contract } from '../../src-shared/contract.ts'
import { askUnusual, createAskingLink } from './asking-link.ts'
import { desktop } from './bridge.ts'
import { createCoreLine } from './core-line.ts'
import { actHeader, createSureLink, type Named } from './sure-link.ts'
import { createTurns } from './turns.ts'
import { unanswered } from './unanswered.ts'

/** A browser that was let in sends its session cookie by itself. */
const fetchLink = () =>
  createTurns(
    new RPCLink<Named>({ url: new URL('/rpc', window.location.href).href, headers: actHeader }),
    navigator.locks,
  )

const bridge = desktop()

/** Every procedure of the core, typed by the contract: `await client.orders.get({ id })`. */
export const client: ContractRouterClient<typeof contract> = createORPCClient(
  createAskingLink(createSureLink(bridge ? createCoreLine(window, bridge) : fetchLink(), { unanswered }), askUnusual),
)

/** The same for TanStack Query: `useQuery(api.orders.get.queryOptions({ input: { id } }))`. */
export const api = createTanstackQueryUtils(client)

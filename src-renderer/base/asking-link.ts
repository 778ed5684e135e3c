import { type ClientContext, type ClientLink, ORPCError } from '@orpc/client'

export interface UnusualTotal {
  total: number
  largest: number
}

/**
 * A total that the core finds unusual is shown to the person in words; who means it sends the same once more. Here, beneath
 * every form, so that none can forget to ask.
 */
export function createAskingLink<Context extends ClientContext>(
  link: ClientLink<Context>,
  isMeant: (unusual: UnusualTotal) => Promise<boolean>,
): ClientLink<Context> {
  return {
    async call(path, input, options) {
      try {
        return await link.call(path, input, options)
      } catch (error) {
        if (!(error instanceof ORPCError) || error.code !== 'TOTAL_UNUSUAL') throw error
        if (!(await isMeant(error.data as UnusualTotal))) throw error
        return link.call(path, { ...(input as object), isMeant: true }, options)
      }
    },
  }
}

type Ask = (unusual: UnusualTotal) => Promise<boolean>
let asker: Ask = async () => false

/** The part of the window that can show a question; without one an unusual total stays refused. */
export function setUnusualAsker(ask: Ask): () => void {
  asker = ask
  return () => {
    asker = async () => false
  }
}
export const askUnusual: Ask = (unusual) => asker(unusual)

import { runningHost } from './address-file.ts'
import { createDoor } from './door.ts'
import { doorKeys } from './door-keys.ts'

const PATH = '/masuk/'

/** `http://127.0.0.1:4710/masuk/TICKET` */
export const startAddress = (url: string, ticket: string): string => `${url}${PATH}${ticket}`

/** The ticket that an address brings; null when it is another address. */
export const ticketIn = (path: string): string | null => (path.startsWith(PATH) ? path.slice(PATH.length) : null)

/**
 * A new start address for a host that already serves this shop; null when none does. Whoever can make one could read the
 * shop's file itself: it takes the key that lies beside it.
 */
export function anotherStartAddress(shopFile: string, lockHolder: number | null): string | null {
  const host = runningHost(shopFile, lockHolder)
  return host && startAddress(host.url, createDoor(doorKeys(shopFile), host.run).ticket())
}

import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Keeps sockets that have not yet shown who they are from filling the house: beyond so many, the one that has waited longest
 * goes. Refusing the newest instead (`maxConnections`) would let three hundred half-sent requests lock the owner out.
 */
export function limitStrangers(server: Server, most: number): { welcome(socket: Socket): void } {
  const strangers = new Set<Socket>()
  server.on('connection', (socket) => {
    strangers.add(socket)
    socket.once('close', () => strangers.delete(socket))
    const [longest] = strangers
    if (strangers.size > most) longest!.destroy()
  })
  return { welcome: (socket) => void strangers.delete(socket) }
}

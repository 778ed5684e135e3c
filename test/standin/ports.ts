import { EventEmitter } from 'node:events'

/** Somewhere a port can live: this process, the core's process, or a page. */
export interface Place {
  deliver(port: number, data: unknown, ports: number[]): void
  closed(port: number): void
}

/** Knows which port talks to which, and where each of them lives. Lives in the stand-in's main process. */
export class PortHub {
  readonly #peer = new Map<number, number>()
  readonly #place = new Map<number, Place>()
  #next = 1

  channel(place: Place): [number, number] {
    const pair: [number, number] = [this.#next++, this.#next++]
    this.#peer.set(pair[0], pair[1]).set(pair[1], pair[0])
    for (const port of pair) this.#place.set(port, place)
    return pair
  }

  move(ports: readonly number[], place: Place): void {
    for (const port of ports) this.#place.set(port, place)
  }

  post(from: number, data: unknown, ports: number[]): void {
    const to = this.#peer.get(from)
    const place = to === undefined ? undefined : this.#place.get(to)
    if (to === undefined || !place) return
    this.move(ports, place)
    place.deliver(to, data, ports)
  }

  close(port: number): void {
    const peer = this.#peer.get(port)
    this.#peer.delete(port)
    this.#place.delete(port)
    if (peer === undefined) return
    const place = this.#place.get(peer)
    this.#peer.delete(peer)
    this.#place.delete(peer)
    place?.closed(peer)
  }

  /** A page was left or a process ended: its ports close. */
  abandon(place: Place): void {
    for (const [port, at] of [...this.#place]) if (at === place) this.close(port)
  }
}

/** How a port speaks from where it lives. */
export interface Wire {
  post(port: number, data: unknown, ports: number[]): void
  close(port: number): void
}

/** Electron's MessagePortMain: queues until `start`, and is useless once it was handed over. */
export class StandInPort extends EventEmitter {
  readonly id: number
  readonly #wire: Wire
  #waiting: { data: unknown; ports: StandInPort[] }[] | null = []
  #isGone = false

  constructor(id: number, wire: Wire) {
    super()
    this.id = id
    this.#wire = wire
  }

  postMessage(data: unknown, transfer: StandInPort[] = []): void {
    if (this.#isGone) return
    this.#wire.post(this.id, data, handOver(transfer))
  }

  start(): void {
    const waiting = this.#waiting ?? []
    this.#waiting = null
    for (const message of waiting) this.emit('message', message)
  }

  close(): void {
    this.#isGone = true
    this.#wire.close(this.id)
  }

  receive(data: unknown, ports: StandInPort[]): void {
    if (this.#waiting) this.#waiting.push({ data, ports })
    else this.emit('message', { data, ports })
  }

  ended(): void {
    this.#isGone = true
    this.emit('close')
  }

  /** @throws when messages came before it was handed over: the stand-in does not carry them along. */
  leave(): number {
    if (this.#waiting?.length) throw new Error('stand-in: a port with waiting messages cannot be handed over')
    this.#isGone = true
    return this.id
  }
}

export const handOver = (ports: readonly StandInPort[]): number[] => ports.map((port) => port.leave())

/** The ports that live in one Node process, by number. */
export class PortShelf implements Place {
  readonly #ports = new Map<number, StandInPort>()
  readonly #wire: Wire

  constructor(wire: Wire) {
    this.#wire = wire
  }

  take(id: number): StandInPort {
    const port = new StandInPort(id, this.#wire)
    this.#ports.set(id, port)
    return port
  }

  deliver(id: number, data: unknown, ports: number[]): void {
    this.#ports.get(id)?.receive(
      data,
      ports.map((port) => this.take(port)),
    )
  }

  closed(id: number): void {
    this.#ports.get(id)?.ended()
    this.#ports.delete(id)
  }
}

import { EventEmitter } from 'node:events'
import { pathToFileURL } from 'node:url'
import { PortShelf, type StandInPort } from './ports.ts'
import './register.ts'

/** What the stand-in's main process and a utility process say to each other over Node's own channel. */
export type ToUtility =
  | { kind: 'message'; data: unknown; ports: number[] }
  | { kind: 'deliver'; port: number; data: unknown; ports: number[] }
  | { kind: 'closed'; port: number }
export type FromUtility =
  | { kind: 'message'; data: unknown }
  | { kind: 'post'; port: number; data: unknown; ports: number[] }
  | { kind: 'close'; port: number }

const tell = (message: FromUtility) => process.send?.(message)
const shelf = new PortShelf({
  post: (port, data, ports) => tell({ kind: 'post', port, data, ports }),
  close: (port) => tell({ kind: 'close', port }),
})

/** `process.parentPort`: keeps messages until someone listens. */
class ParentPort extends EventEmitter {
  #waiting: { data: unknown; ports: StandInPort[] }[] = []

  postMessage(data: unknown): void {
    tell({ kind: 'message', data })
  }

  receive(message: { data: unknown; ports: StandInPort[] }): void {
    if (this.listenerCount('message') > 0) this.emit('message', message)
    else this.#waiting.push(message)
  }

  flush(): void {
    for (const message of this.#waiting.splice(0)) this.receive(message)
  }
}

const parentPort = new ParentPort()
parentPort.on('newListener', (name) => {
  if (name === 'message') setImmediate(() => parentPort.flush())
})
Object.defineProperty(process, 'parentPort', { value: parentPort })

process.on('message', (message: ToUtility) => {
  if (message.kind === 'message')
    parentPort.receive({ data: message.data, ports: message.ports.map((port) => shelf.take(port)) })
  else if (message.kind === 'deliver') shelf.deliver(message.port, message.data, message.ports)
  else shelf.closed(message.port)
})
// Chromium ends its children when the main process is gone
process.on('disconnect', () => process.exit(1))

const [modulePath, ...args] = process.argv.slice(2)
process.argv = [process.argv[0]!, modulePath!, ...args]
await import(pathToFileURL(modulePath!).href)

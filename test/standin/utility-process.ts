import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { fileURLToPath } from 'node:url'
import { handOver, type Place, type PortHub, type StandInPort } from './ports.ts'
import type { FromUtility, ToUtility } from './utility.ts'

/** Electron's UtilityProcess: a Node process of its own, with ports that can be handed to it. */
class StandInUtilityProcess extends EventEmitter implements Place {
  pid: number | undefined
  readonly #child: ChildProcess
  readonly #hub: PortHub

  constructor(hub: PortHub, modulePath: string, args: string[]) {
    super()
    this.#hub = hub
    this.#child = fork(fileURLToPath(new URL('./utility.ts', import.meta.url)), [modulePath, ...args], {
      serialization: 'advanced',
      execArgv: [],
    })
    this.#child.on('spawn', () => {
      this.pid = this.#child.pid
      this.emit('spawn')
    })
    this.#child.on('exit', (code) => {
      this.pid = undefined
      hub.abandon(this)
      this.emit('exit', code ?? 1)
    })
    this.#child.on('message', (message: FromUtility) => {
      if (message.kind === 'message') this.emit('message', message.data)
      else if (message.kind === 'post') hub.post(message.port, message.data, message.ports)
      else hub.close(message.port)
    })
  }

  postMessage(data: unknown, transfer: StandInPort[] = []): void {
    const ports = handOver(transfer)
    this.#hub.move(ports, this)
    this.#tell({ kind: 'message', data, ports })
  }

  deliver(port: number, data: unknown, ports: number[]): void {
    this.#tell({ kind: 'deliver', port, data, ports })
  }

  closed(port: number): void {
    this.#tell({ kind: 'closed', port })
  }

  /** As Chromium ends its children when the main process goes. */
  end(): void {
    this.#child.kill('SIGKILL')
  }

  kill(): boolean {
    return this.#child.kill('SIGTERM')
  }

  #tell(message: ToUtility): void {
    // to a process that has gone, Electron drops messages silently
    if (this.#child.connected) this.#child.send(message)
  }
}

export const createUtilityProcess = (hub: PortHub, isReady: () => boolean, onExit: (end: () => void) => void) => ({
  fork(modulePath: string, args: string[] = [], _options: { serviceName?: string } = {}) {
    if (!isReady()) throw new Error('stand-in: utilityProcess.fork before ready')
    const born = new StandInUtilityProcess(hub, modulePath, args)
    onExit(() => born.end())
    return born
  },
})

import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright-core'
import { readJson, writtenJson } from './bytes-in-json.ts'
import type { Place, PortHub } from './ports.ts'

const PRELOAD_WORLD = 'standin preload'
const runtime = readFileSync(new URL('./page-runtime.js', import.meta.url), 'utf8')

const inWorld = (world: 'main' | 'preload', preload: string) =>
  runtime
    .replace('__WORLD__', () => JSON.stringify(world))
    .replace('__PLATFORM__', () => JSON.stringify(process.platform))
    .replace('__PRELOAD__', () => preload)

export interface PageEars {
  onSend(channel: string, args: unknown[]): void
  onInvoke(channel: string, args: unknown[]): Promise<unknown>
}

type Said =
  | { kind: 'send'; channel: string; args: unknown[] }
  | { kind: 'invoke'; id: number; channel: string; args: unknown[] }
  | { kind: 'post'; port: number; data: string | Uint8Array }
  | { kind: 'close'; port: number }

/** A page with a preload in an isolated world, as Chromium's debugging protocol offers it. Also the place of its ports. */
export class StandInPage implements Place {
  readonly #cdp: CDPSession
  readonly #hub: PortHub
  /** The isolated world of the document shown now. */
  #context: number | null = null
  #waiting: string[] = []

  private constructor(cdp: CDPSession, hub: PortHub) {
    this.#cdp = cdp
    this.#hub = hub
  }

  static async open(page: Page, preloadFile: string | undefined, hub: PortHub, ears: PageEars): Promise<StandInPage> {
    const cdp = await page.context().newCDPSession(page)
    const self = new StandInPage(cdp, hub)
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name !== PRELOAD_WORLD) return
      if (self.#context !== null) hub.abandon(self)
      self.#context = context.id
      for (const expression of self.#waiting.splice(0)) self.#run(expression)
    })
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === 'standinSay' && executionContextId === self.#context) void self.#hear(readJson(payload), ears)
    })
    await cdp.send('Runtime.enable')
    await cdp.send('Page.enable')
    await cdp.send('Runtime.addBinding', { name: 'standinSay', executionContextName: PRELOAD_WORLD })
    const preload = preloadFile ? readFileSync(preloadFile, 'utf8') : ''
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: inWorld('main', '') })
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: inWorld('preload', preload),
      worldName: PRELOAD_WORLD,
    })
    return self
  }

  event(channel: string, args: unknown[], ports: number[]): void {
    this.#hub.move(ports, this)
    this.#tell({ kind: 'event', channel, args, ports })
  }

  deliver(port: number, data: unknown): void {
    this.#tell({ kind: 'deliver', port, data })
  }

  closed(port: number): void {
    this.#tell({ kind: 'closed', port })
  }

  async #hear(said: Said, ears: PageEars): Promise<void> {
    switch (said.kind) {
      case 'send':
        return ears.onSend(said.channel, said.args)
      case 'post':
        return this.#hub.post(said.port, said.data, [])
      case 'close':
        return this.#hub.close(said.port)
      case 'invoke': {
        const { id } = said
        try {
          this.#tell({ kind: 'answer', id, ok: true, value: (await ears.onInvoke(said.channel, said.args)) ?? null })
        } catch (problem) {
          this.#tell({
            kind: 'answer',
            id,
            ok: false,
            value: problem instanceof Error ? problem.message : String(problem),
          })
        }
      }
    }
  }

  #tell(message: object): void {
    const expression = `standinHear(${JSON.stringify(writtenJson(message))})`
    if (this.#context === null) this.#waiting.push(expression)
    else this.#run(expression)
  }

  #run(expression: string): void {
    // a page that is being left has no ears any more
    this.#cdp.send('Runtime.evaluate', { expression, contextId: this.#context ?? 0 }).catch(() => {})
  }
}

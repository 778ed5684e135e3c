import type { ClientLink } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { CORE_LINE, CORE_LOST, type DesktopBridge } from '../../src-shared/app/desktop-bridge.ts'
import { actHeader, type Named } from './sure-link.ts'

interface Line {
  link: ClientLink<Named>
  /** Aborted when the core at the other end is gone: what was asked on this line will not be answered. */
  lost: AbortController
}

/**
 * Calls to the core of the desktop app over whatever line stands at the moment. The core may end and be started again;
 * calls made meanwhile wait for the new line, calls under way fail as an outage instead of hanging for ever (`sure-link.ts`
 * asks again).
 */
export function createCoreLine(on: Window, desktop: Pick<DesktopBridge, 'connect'>): ClientLink<Named> {
  let next = Promise.withResolvers<Line>()
  let standing: Line | null = null

  const lose = () => {
    if (!standing) return
    standing.lost.abort()
    standing = null
    next = Promise.withResolvers()
  }
  on.addEventListener('message', (event) => {
    if (event.source !== on) return
    if (event.data === CORE_LOST) lose()
    const [port] = event.ports
    if (event.data !== CORE_LINE || !port) return
    lose()
    standing = { link: new RPCLink({ port, headers: actHeader }), lost: new AbortController() }
    port.start()
    next.resolve(standing)
  })
  desktop.connect()

  return {
    async call(path, input, options) {
      let line = await orAborted(next.promise, options.signal)
      while (line.lost.signal.aborted) line = await orAborted(next.promise, options.signal)
      const { link, lost } = line
      const signal = options.signal ? AbortSignal.any([options.signal, lost.signal]) : lost.signal
      return orAborted(link.call(path, input, { ...options, signal }), lost.signal)
    },
  }
}

/** The answer, or the abort, whichever comes first. */
function orAborted<Answer>(answer: Promise<Answer>, signal: AbortSignal | undefined): Promise<Answer> {
  if (!signal) return answer
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
  })
}

import type { Faults } from './faults.ts'
import { lastsMs } from './faults.ts'

/** A signed message to the address that the app has declared. */
export interface Push {
  id: number
  url: string
  headers: Record<string, string>
  body: string
  /** How often it was sent already. */
  tries: number
}

export interface PushRules {
  timeoutMs: number
  /** Pauses before it is sent again; after the last one it is lost. */
  againAfterMs: readonly number[]
  accepts(status: number, body: string): boolean
  lost?(push: Push): void
}

export interface SentPush {
  id: number
  at: number
  url: string
  body: string
  /** HTTP status, or 0 when nobody answered in time. */
  status: number
  accepted: boolean
}

const KEPT = 500

export interface Pushes {
  send(push: Omit<Push, 'id' | 'tries'>): void
  /** Called by the clock when a push is due (again). */
  deliver(push: Push): void
  /** Newest first. */
  sent(limit: number): SentPush[]
  /** When everything now on its way has been answered. */
  settled(): Promise<void>
}

export function createPushes(
  rules: PushRules,
  faults: Faults,
  clock: { now(): number; after(ms: number, push: Push): void },
): Pushes {
  let sent: SentPush[] = []
  let last = 0
  const underWay = new Set<Promise<void>>()

  async function post(push: Push): Promise<void> {
    let [status, body] = [0, '']
    try {
      const answer = await fetch(push.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...push.headers },
        body: push.body,
        redirect: 'manual',
        signal: AbortSignal.timeout(rules.timeoutMs),
      })
      body = await answer.text()
      status = answer.status
    } catch {
      // nobody there, or too slow: it is sent again
    }
    const accepted = status > 0 && rules.accepts(status, body)
    sent.push({ id: push.id, at: clock.now(), url: push.url, body: push.body, status, accepted })
    if (sent.length > KEPT * 1.2) sent = sent.slice(-KEPT)
    if (accepted) return
    const pause = rules.againAfterMs[push.tries]
    if (pause === undefined) rules.lost?.(push)
    else clock.after(pause, { ...push, tries: push.tries + 1 })
  }

  function deliver(push: Push) {
    const delivery = post(push).finally(() => underWay.delete(delivery))
    underWay.add(delivery)
  }

  return {
    send(wanted) {
      const push: Push = { ...wanted, id: ++last, tries: 0 }
      if (faults.strikes('missingPush', push.url)) return
      const late = faults.strikes('latePush', push.url) ?? faults.strikes('reorderedPush', push.url)
      if (late) clock.after(lastsMs(late), push)
      else deliver(push)
      if (faults.strikes('duplicatePush', push.url)) deliver(push)
    },
    deliver,
    sent: (limit) => sent.slice(-limit).reverse(),
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}

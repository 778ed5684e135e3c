import { isTextField } from '../hotkeys/hotkey-registry.ts'
import { BURST_RULES, type Burst, NO_BURST, nextStroke } from './scan-burst.ts'

/** Gets the code as scanned, without the closing Enter. Treat it as data whatever it looks like. */
export type ScanHandler = (code: string) => void

interface LeakedInto {
  field: HTMLInputElement | HTMLTextAreaElement
  value: string
  start: number | null
  end: number | null
}

/** Writes a value the way a person's typing would, so that React hears of it. */
function writeValue(field: HTMLInputElement | HTMLTextAreaElement, value: string) {
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

function typeInto(field: HTMLInputElement | HTMLTextAreaElement, text: string) {
  const start = field.selectionStart ?? field.value.length
  const end = field.selectionEnd ?? start
  writeValue(field, field.value.slice(0, start) + text + field.value.slice(end))
  if (field.selectionStart !== null) field.setSelectionRange(start + text.length, start + text.length)
}

/**
 * The scanner listener: bursts go to the newest handler, wherever focus is. Without any handler a burst into a text
 * field stays ordinary typing, and elsewhere it goes to `fallback`.
 */
export function createScanner(needs: { onBurst: () => void }) {
  let handlers: readonly ScanHandler[] = []
  let fallback: ScanHandler | null = null
  let burst: Burst = NO_BURST
  let leaked: LeakedInto | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const receiver = (target: EventTarget | null): ScanHandler | null =>
    handlers.at(-1) ?? (isTextField(target) ? null : fallback)

  /** No Enter came: the held characters were typing and go where they were meant to go. */
  const release = (text: string) => {
    const field = leaked?.field
    leaked = null
    if (!field?.isConnected || document.activeElement !== field) return
    typeInto(field, text)
  }

  const giveUp = () => {
    if (burst.isHeld) release(burst.text)
    burst = NO_BURST
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const receive = receiver(event.target)
    if (!receive || event.isComposing) return
    const isFirst = burst.text === '' || event.timeStamp - burst.lastAt > BURST_RULES.gapMs
    const verdict = nextStroke(burst, {
      key: event.key,
      at: event.timeStamp,
      isByHand: event.repeat || event.ctrlKey || event.altKey || event.metaKey,
    })
    clearTimeout(timer)
    if (verdict.replay) release(verdict.replay)
    if (isFirst && event.key.length === 1) leaked = beforeTyping(event.target)
    burst = verdict.burst
    if (verdict.act === 'pass') return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (verdict.act === 'begin') {
      needs.onBurst()
      takeBack(leaked)
    }
    if (verdict.act === 'scan') {
      leaked = null
      receive(verdict.code)
    } else {
      timer = setTimeout(giveUp, BURST_RULES.gapMs * 4)
    }
  }

  return {
    /** Starts listening on a window. Returns the way to stop. */
    listen(on: Window): () => void {
      on.addEventListener('keydown', onKeyDown, { capture: true })
      return () => on.removeEventListener('keydown', onKeyDown, { capture: true })
    },
    /** The newest handler gets the scans until it is removed again. */
    add(handler: ScanHandler): () => void {
      handlers = [...handlers, handler]
      return () => {
        handlers = handlers.filter((other) => other !== handler)
      }
    },
    /** Where scans go when no part of the screen waits for one. */
    setFallback(handler: ScanHandler | null): void {
      fallback = handler
    },
  }
}

function beforeTyping(target: EventTarget | null): LeakedInto | null {
  if (!isTextField(target)) return null
  return { field: target, value: target.value, start: target.selectionStart, end: target.selectionEnd }
}

function takeBack(leaked: LeakedInto | null) {
  if (!leaked?.field.isConnected || leaked.field.value === leaked.value) return
  writeValue(leaked.field, leaked.value)
  if (leaked.start !== null) leaked.field.setSelectionRange(leaked.start, leaked.end)
}

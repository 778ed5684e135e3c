import { isTextField } from '../hotkeys/hotkey-registry.ts'
import {
  BURST_RULES,
  type Burst,
  type BurstRules,
  isCodeInSilence,
  NO_BURST,
  nextStroke,
  type Stroke,
} from './scan-burst.ts'

/**
 * Gets the code as scanned, without the key that closed it. Treat it as data whatever it looks like. `beneath` is who would have got
 * it otherwise.
 */
export type ScanHandler = (code: string, beneath?: ScanHandler) => void

/** Takes strokes before anything else does, while a scanner is being learned; false lets one through. */
export type StrokeListener = (stroke: Stroke) => boolean

interface LeakedInto {
  field: HTMLInputElement | HTMLTextAreaElement
  value: string
  start: number | null
  end: number | null
}

/** A field for amounts or pieces: a code that is scanned while it has focus was never meant for it. */
export const NUMBERS_ONLY = { 'data-numbers-only': true } as const
const takesNumbersOnly = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.dataset.numbersOnly !== undefined

/** What such a field hears, with the code, when nothing else on the screen waits for scans. */
export const SCANNED_HERE = 'scannedhere'
/** Nobody types so many characters in one burst: it was a scanner, whether Enter follows or not. */
const SURELY_A_CODE = 8

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
 * field stays ordinary typing; one into a field for numbers is told to the field, which keeps what it held; elsewhere it
 * goes to `fallback`.
 */
export function createScanner(needs: { onBurst: () => void }) {
  let handlers: readonly ScanHandler[] = []
  let first: ((code: string) => boolean) | null = null
  let fallback: ScanHandler | null = null
  let rules = BURST_RULES
  let learner: StrokeListener | null = null
  let burst: Burst = NO_BURST
  let leaked: LeakedInto | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const newest = (): ScanHandler | null => {
    const [beneath, top] = handlers.length > 1 ? handlers.slice(-2) : [undefined, handlers[0]]
    return top ? (code) => top(code, beneath) : null
  }

  const waiting = (target: EventTarget | null): ScanHandler | null =>
    newest() ?? (takesNumbersOnly(target) ? toField(target) : isTextField(target) ? null : fallback)
  const receiver = (target: EventTarget | null): ScanHandler | null => {
    const receive = waiting(target)
    return receive && ((code) => void (first?.(code) || receive(code)))
  }

  /** The field says that a code came, and that it kept what it held; one that has no words for it leaves it to `fallback`. */
  const toField = (field: HTMLElement): ScanHandler => {
    return (code) => {
      const isHeard = !field.dispatchEvent(new CustomEvent(SCANNED_HERE, { detail: code, cancelable: true }))
      if (!isHeard) fallback?.(code)
    }
  }

  /** It was no code: the held characters were typing and go where they were meant to go. */
  const release = (text: string) => {
    const field = leaked?.field
    leaked = null
    if (!field?.isConnected || document.activeElement !== field) return
    typeInto(field, text)
  }

  const giveUp = () => {
    const { text, isHeld } = burst
    const isCode = isCodeInSilence(burst, rules)
    burst = NO_BURST
    if (!isHeld) return
    const field = leaked?.field ?? null
    if (!isCode && (!takesNumbersOnly(field) || text.length < SURELY_A_CODE)) return release(text)
    leaked = null
    receiver(field)?.(text)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const isByHand = event.repeat || event.ctrlKey || event.altKey || event.metaKey
    const stroke = { key: event.key, at: event.timeStamp, isByHand }
    if (learner && !isTextField(event.target) && learner(stroke)) {
      event.preventDefault()
      event.stopImmediatePropagation()
      return
    }
    const receive = receiver(event.target)
    if (!receive || event.isComposing) return
    const isFirst = burst.text === '' || event.timeStamp - burst.lastAt > rules.gapMs
    const verdict = nextStroke(burst, stroke, rules)
    clearTimeout(timer)
    if (verdict.code) {
      leaked = null
      receive(verdict.code)
    }
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
    if (verdict.act !== 'scan') timer = setTimeout(giveUp, rules.silenceMs)
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
    /** Is shown every code before whoever waits for it, and takes it by answering true. Returns the way to stop. */
    takeFirst(take: (code: string) => boolean): () => void {
      first = take
      return () => {
        if (first === take) first = null
      }
    },
    /** How codes are told from typing from now on. */
    follow(learned: BurstRules): void {
      rules = learned
    },
    /** Whether a scanner of this shop ends its codes with this key. */
    isCloser: (key: string): boolean => rules.closers.includes(key),
    /** Every stroke outside text fields is told to `listener` first. Returns the way to stop. */
    learn(listener: StrokeListener): () => void {
      learner = listener
      return () => {
        if (learner === listener) learner = null
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

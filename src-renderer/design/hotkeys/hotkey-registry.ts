import { BURST_RULES } from '../scanner/scan-burst.ts'
import {
  actsNowOrNever,
  belongsToFields,
  isEnter,
  isMove,
  isTyped,
  type KeyPress,
  type Keys,
  matches,
} from './key-combination.ts'

/** Where a key acts: on this page, in its table or its fields, or everywhere. The F1 list has a heading for each. */
export type HotkeyReach = 'page' | 'table' | 'field' | 'everywhere'

/** One key that does something now. The newest registration of a key wins, so a panel may borrow a page's Enter. */
export interface Hotkey {
  id: number
  keys: Keys
  /** What it does, in the words of the button; also its line in the F1 list and the palette. */
  label: string
  reach: HotkeyReach
  /** Dialogs are layers: while one is open only its own keys act. */
  layer: number
  /** True lets a key act although a text field has focus. */
  inFields: boolean
  /** True where the part handles the key itself while it has the focus: listed under F1, never performed from here. */
  isOwn: boolean
  perform: () => void
}

/**
 * A typed letter waits this much longer than a scanner between two characters, because it may be the first of a scanned
 * code; people do not notice it.
 */
const LETTER_WAIT_MARGIN_MS = 10

/** A key pressed too early is kept this long for what is on its way. */
const EARLY_MS = 2_000
/** Two shortcuts that want one key for this long are a fault; less is one screen leaving and another coming. */
const COLLISION_MS = 300

const OWN_KEYS = '[role="menu"],[role="listbox"],[role="combobox"],[data-own-keys]'
/** What scrolls or walks by arrows of its own. */
const MOVES_ARE_THEIRS = `${OWN_KEYS},[role="radiogroup"],select,input[type="radio"],section[tabindex="0"]`
/** An open list or calendar closes itself on Esc; the page's own Esc waits for the next press. */
const ESC_IS_THEIRS = '[role="menu"],[role="listbox"],[aria-expanded="true"],[data-position]'
const BUTTONS = 'button,a,summary,input[type="checkbox"],[role="tab"],[role="option"],[role="menuitem"],[role="switch"]'

export const isTextField = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  (target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'submit', 'file', 'range'].includes(target.type)) ||
  target instanceof HTMLTextAreaElement

const takesText = (target: EventTarget | null): boolean =>
  isTextField(target) ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLElement && target.isContentEditable)

/** The innermost part owns these by long habit: a panel's Enter and Esc go before the page's. */
const isBorrowed = (keys: string) => keys === 'Enter' || keys === 'Esc'

/** Which of several acts on one key is done: the newest, but a page's main act goes before the row of its table. */
export const actingOf = (rivals: readonly Hotkey[]): Hotkey | undefined =>
  rivals.findLast(({ reach }) => reach !== 'table') ?? rivals.at(-1)

/** The single place where keys are known while they act: the F1 list and the palette are drawn from it. */
export function createHotkeyRegistry() {
  let hotkeys: readonly Hotkey[] = []
  let layers: readonly number[] = [0]
  let nextId = 1
  let letterWaitMs = BURST_RULES.gapMs + LETTER_WAIT_MARGIN_MS
  let letterTimer: ReturnType<typeof setTimeout> | undefined
  let early: KeyPress | undefined
  let earlyEnds: ReturnType<typeof setTimeout> | undefined
  let comings: readonly (() => boolean)[] = []
  const listeners = new Set<() => void>()
  const announce = () => {
    for (const listener of listeners) listener()
  }

  /** An empty field has nothing to undo, so Ctrl+Z there means the act that was just done. */
  const mayAct = (hotkey: Hotkey, target: EventTarget | null): boolean => {
    if (hotkey.keys === 'Ctrl+Z' && isTextField(target) && target.value === '') return true
    if (takesText(target) && !hotkey.inFields && (belongsToFields(hotkey.keys) || isEnter(hotkey.keys))) return false
    if (!(target instanceof HTMLElement)) return true
    if (isEnter(hotkey.keys) && target.closest(BUTTONS)) return false
    if (hotkey.keys === 'Space' && target.closest(BUTTONS)) return false
    if (isMove(hotkey.keys) && target.closest(MOVES_ARE_THEIRS)) return false
    if (hotkey.keys === 'Esc' && target.closest(ESC_IS_THEIRS)) return false
    return !(isTyped(hotkey.keys) && target.closest(OWN_KEYS))
  }

  const forgetLetter = () => {
    clearTimeout(letterTimer)
    letterTimer = undefined
  }

  const forgetEarly = () => {
    clearTimeout(earlyEnds)
    early = undefined
  }

  const keepEarly = (event: KeyboardEvent) => {
    if (actsNowOrNever(event) || takesText(event.target) || !comings.some((isComing) => isComing())) return
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event
    early = { key, ctrlKey, metaKey, altKey, shiftKey }
    earlyEnds = setTimeout(forgetEarly, EARLY_MS)
  }

  /** What a hand pressed before its part stood on screen acts as soon as it does. */
  const performIfEarly = (entry: Hotkey) => {
    if (!early || entry.isOwn || entry.layer !== layers.at(-1) || !matches(entry.keys, early)) return
    if (!mayAct(entry, document.activeElement)) return
    setTimeout(() => {
      if (!early || !hotkeys.includes(entry)) return
      forgetEarly()
      entry.perform()
    })
  }

  /** Two buttons that print one key: the older one lies. The journeys fail on this line. */
  const reportCollision = (entry: Hotkey) => {
    if (entry.isOwn || isBorrowed(entry.keys)) return
    setTimeout(() => {
      if (!hotkeys.includes(entry)) return
      const other = hotkeys.find(
        ({ keys, layer, label, isOwn }) =>
          keys === entry.keys && layer === entry.layer && label !== entry.label && !isOwn,
      )
      if (other) console.error(`Two shortcuts want ${entry.keys}: "${other.label}" and "${entry.label}"`)
    }, COLLISION_MS)
  }

  return {
    add(hotkey: Omit<Hotkey, 'id'>): () => void {
      const entry = { ...hotkey, id: nextId++ }
      hotkeys = [...hotkeys, entry]
      announce()
      performIfEarly(entry)
      reportCollision(entry)
      return () => {
        hotkeys = hotkeys.filter((other) => other !== entry)
        announce()
      }
    },
    /** Opens a layer; only its keys act until it is closed again. */
    openLayer(): { layer: number; close: () => void } {
      const layer = nextId++
      layers = [...layers, layer]
      return {
        layer,
        close: () => {
          layers = layers.filter((other) => other !== layer)
        },
      }
    },
    /**
     * Says when something is still coming to the screen (an answer, a page). A key that finds nothing to do meanwhile is
     * kept, and acts once what it belongs to is there; the next key or click forgets it. Returns the way to stop.
     */
    whileComing(isComing: () => boolean): () => void {
      comings = [...comings, isComing]
      return () => {
        comings = comings.filter((other) => other !== isComing)
      }
    },
    handle(event: KeyboardEvent): void {
      forgetLetter()
      forgetEarly()
      if (event.defaultPrevented || event.repeat || event.isComposing) return
      const top = layers.at(-1)
      const hotkey = actingOf(
        hotkeys.filter(
          (each) => !each.isOwn && each.layer === top && matches(each.keys, event) && mayAct(each, event.target),
        ),
      )
      if (!hotkey) {
        keepEarly(event)
        return
      }
      event.preventDefault()
      if (isTyped(hotkey.keys)) letterTimer = setTimeout(hotkey.perform, letterWaitMs)
      else hotkey.perform()
    },
    /** A scan has begun: the letter that seemed to be a key was part of a code. */
    forgetPressed: () => {
      forgetLetter()
      forgetEarly()
    },
    /** How long, in milliseconds, the scanner of this shop may wait between two characters. */
    outwait(gapMs: number): void {
      letterWaitMs = gapMs + LETTER_WAIT_MARGIN_MS
    },
    /** The hand has gone elsewhere: what it pressed before is no longer meant. */
    forgetEarly,
    list: (): readonly Hotkey[] => hotkeys,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const hotkeyRegistry = createHotkeyRegistry()

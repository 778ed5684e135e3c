import { belongsToFields, isEnter, isTyped, type Keys, matches } from './key-combination.ts'

/** One key that does something now. The newest registration of a key wins, so a panel may borrow a page's key. */
export interface Hotkey {
  id: number
  keys: Keys
  /** What it does, in the words of the button; also its line in the F1 list and the palette. */
  label: string
  /** Heading in the F1 list. */
  group: string
  /** Dialogs are layers: while one is open only its own keys act. */
  layer: number
  /** True lets a key act although a text field has focus. */
  inFields: boolean
  /** Left out of the F1 list and the palette. */
  isUnlisted: boolean
  perform: () => void
}

/**
 * A typed letter waits this long before it acts, because it may be the first character of a scanned code.
 * Scanners send the next character well within it; people do not notice it.
 */
const LETTER_WAIT_MS = 60

const OWN_KEYS = '[role="menu"],[role="listbox"],[role="combobox"],[data-own-keys]'
/** An open list or calendar closes itself on Esc; the page's own Esc waits for the next press. */
const ESC_IS_THEIRS = '[role="menu"],[role="listbox"],[aria-expanded="true"],[data-position]'
const ENTER_IS_THEIRS = 'button,a,summary,[role="tab"],[role="option"],[role="menuitem"],[role="switch"]'

export const isTextField = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  (target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'submit', 'file', 'range'].includes(target.type)) ||
  target instanceof HTMLTextAreaElement

const takesText = (target: EventTarget | null): boolean =>
  isTextField(target) ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLElement && target.isContentEditable)

/** The single place where keys are known: buttons, the F1 list and the palette all read it. */
export function createHotkeyRegistry() {
  let hotkeys: readonly Hotkey[] = []
  let layers: readonly number[] = [0]
  let nextId = 1
  let waiting: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  const announce = () => {
    for (const listener of listeners) listener()
  }

  /** An empty field has nothing to undo, so Ctrl+Z there means the act that was just done. */
  const mayAct = (hotkey: Hotkey, target: EventTarget | null): boolean => {
    if (hotkey.keys === 'Ctrl+Z' && isTextField(target) && target.value === '') return true
    if (takesText(target) && !hotkey.inFields && (belongsToFields(hotkey.keys) || isEnter(hotkey.keys))) return false
    if (!(target instanceof HTMLElement)) return true
    if (isEnter(hotkey.keys) && target.closest(ENTER_IS_THEIRS)) return false
    if (hotkey.keys === 'Esc' && target.closest(ESC_IS_THEIRS)) return false
    return !(isTyped(hotkey.keys) && target.closest(OWN_KEYS))
  }

  const forgetWaiting = () => {
    clearTimeout(waiting)
    waiting = undefined
  }

  return {
    add(hotkey: Omit<Hotkey, 'id'>): () => void {
      const entry = { ...hotkey, id: nextId++ }
      hotkeys = [...hotkeys, entry]
      announce()
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
    handle(event: KeyboardEvent): void {
      forgetWaiting()
      if (event.defaultPrevented || event.repeat || event.isComposing) return
      const top = layers.at(-1)
      const hotkey = hotkeys.findLast(
        (candidate) => candidate.layer === top && matches(candidate.keys, event) && mayAct(candidate, event.target),
      )
      if (!hotkey) return
      event.preventDefault()
      if (isTyped(hotkey.keys)) waiting = setTimeout(hotkey.perform, LETTER_WAIT_MS)
      else hotkey.perform()
    },
    /** A scan has begun: the letter that seemed to be a key was part of a code. */
    forgetWaiting,
    list: (): readonly Hotkey[] => hotkeys,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const hotkeyRegistry = createHotkeyRegistry()

declare const fromShortcuts: unique symbol
/** A key as printed on a button: `F4`, `Ctrl+K`, `Shift+F9`, `Enter`, `Esc`, `T`, `/`. Only `shortcuts.ts` makes one. */
export type Keys = string & { readonly [fromShortcuts]: true }

/** The part of a keyboard event that decides; tests pass plain objects. */
export interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

const NAMES: Record<string, string> = {
  esc: 'escape',
  space: ' ',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  pgup: 'pageup',
  pgdn: 'pagedown',
  del: 'delete',
}
const ARIA: Record<string, string> = {
  ctrl: 'Control',
  esc: 'Escape',
  up: 'ArrowUp',
  down: 'ArrowDown',
  left: 'ArrowLeft',
  right: 'ArrowRight',
  pgup: 'PageUp',
  pgdn: 'PageDown',
  del: 'Delete',
}

interface Parts {
  ctrl: boolean
  alt: boolean
  shift: boolean
  key: string
}

function partsOf(keys: string): Parts {
  const names = keys === '+' ? ['+'] : keys.split('+').map((name) => name.toLowerCase())
  const last = names.at(-1) ?? ''
  return {
    ctrl: names.includes('ctrl'),
    alt: names.includes('alt'),
    shift: names.includes('shift'),
    key: NAMES[last] ?? last,
  }
}

const isLetterOrName = (key: string) => key.length > 1 || /[a-z ]/.test(key)

/** Whether this press is that key. Cmd counts as Ctrl; for signs like `/` and `?` the layout decides about Shift. */
export function matches(keys: string, press: KeyPress): boolean {
  const wanted = partsOf(keys)
  if (press.key.toLowerCase() !== wanted.key) return false
  if ((press.ctrlKey || press.metaKey) !== wanted.ctrl || press.altKey !== wanted.alt) return false
  return !isLetterOrName(wanted.key) || press.shiftKey === wanted.shift
}

/** One printable character without Ctrl or Alt: in a field it is text, so it acts only when no field has focus. */
export function isTyped(keys: string): boolean {
  const { ctrl, alt, key } = partsOf(keys)
  return key.length === 1 && !ctrl && !alt
}

/** Keys that walk or scroll. */
export const isMove = (keys: string): boolean => /^(Up|Down|Left|Right|PgUp|PgDn|Home|End)$/.test(keys)

/** Keys that every text field already uses: moving, undo, select all, clipboard. */
export function belongsToFields(keys: string): boolean {
  const { ctrl, key } = partsOf(keys)
  return isTyped(keys) || (ctrl && 'zyacvx'.includes(key)) || isMove(keys) || (!ctrl && key.startsWith('arrow'))
}

export const isEnter = (keys: string): boolean => partsOf(keys).key === 'enter' && !partsOf(keys).ctrl

/** Keys that a hand presses twice by mistake, or that end something: they are never kept for what comes next. */
export const actsNowOrNever = (press: KeyPress): boolean =>
  ['Enter', 'Escape', ' ', 'Delete', 'Backspace', 'Tab'].includes(press.key)

/** For `aria-keyshortcuts`: `Ctrl+K` becomes `Control+K` (WAI-ARIA 1.2). */
export const ariaKeys = (keys: string): string =>
  keys
    .split('+')
    .map((name) => ARIA[name.toLowerCase()] ?? name)
    .join('+')

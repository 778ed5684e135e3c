import { newId } from '../../src-shared/kernel/ids.ts'

export interface Toast {
  /** One sentence: `Tersimpan. Laba hari ini diperbarui.` */
  text: string
  /** Takes the act back; offered as Urungkan, Ctrl+Z, while the toast stands. */
  undo?: () => void
}

export interface Said extends Toast {
  id: string
}

export interface Shown {
  /** The one sentence that stands; null while nothing was said lately. */
  said: Said | null
  /** Others that were said shortly before and have not left. */
  others: number
  /** It tells of the last act, which is what Ctrl+Z takes back. */
  isLast: boolean
}

/** So long what was said stands when nobody touches it. */
const STANDS_MS = 6_000
/** So long at most, although a hand or the focus rests on it. */
const LONGEST_MS = 30_000

const NOTHING: Shown = { said: null, others: 0, isLast: true }

/**
 * What was done, said one at a time: the newest stands, the earlier ones are counted. All leave together, six seconds after the
 * last word; taken back, a sentence makes way for the one before it, so that Ctrl+Z again takes back the act before.
 */
export function createToastPile() {
  let pile: readonly Said[] = []
  /** So many steps back from the newest is the one that is looked at. */
  let back = 0
  let isHeld = false
  let isQuiet = false
  let shown = NOTHING
  let leaving: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  const to = (next: readonly Said[], nextBack = 0) => {
    pile = next
    back = nextBack
    const said = pile.at(-1 - back)
    shown = said ? { said, others: pile.length - 1, isLast: back === 0 } : NOTHING
    if (!said) isHeld = false
    for (const listener of listeners) listener()
  }
  const leaveLater = () => {
    clearTimeout(leaving)
    if (!isHeld && pile.length > 0) leaving = setTimeout(() => to([]), STANDS_MS)
  }
  const remove = (id: string) => {
    if (!pile.some((each) => each.id === id)) return
    to(pile.filter((each) => each.id !== id))
    leaveLater()
  }

  return {
    say(toast: Toast) {
      if (isQuiet) return
      const id = newId()
      to([...pile, { ...toast, id }])
      setTimeout(() => remove(id), LONGEST_MS)
      leaveLater()
    },
    undo(said: Said) {
      remove(said.id)
      said.undo?.()
    },
    /** Looks at the one said before this one; before the first comes the newest again. */
    earlier() {
      to(pile, (back + 1) % pile.length)
      leaveLater()
    },
    /** A hand or the focus rests on it. */
    hold(held: boolean) {
      isHeld = held
      leaveLater()
    },
    /** Nothing is said any more, and what was said leaves. */
    quiet(quiet: boolean) {
      isQuiet = quiet
      if (quiet) to([])
    },
    read: () => shown,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

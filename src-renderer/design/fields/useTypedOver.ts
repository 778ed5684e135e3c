import { useRef, useState } from 'react'

/**
 * What a person typed over something stored. Once it is saved it stays on the screen until what is stored has come anew, so that no
 * field falls back to what stood there before, under a hand that goes on typing.
 */
export function useTypedOver<Stored, Typed>(stored: Stored, none: Typed, first = none) {
  const [typed, setTyped] = useState(first)
  const [savedOver, setSavedOver] = useState<{ stored: Stored } | null>(null)
  const sent = useRef(none)
  if (savedOver && !Object.is(savedOver.stored, stored)) {
    setSavedOver(null)
    setTyped(none)
  }
  return {
    typed,
    /** What is shown as typed is stored already, or about to be. */
    isSaved: savedOver !== null,
    type(next: Typed) {
      setSavedOver(null)
      setTyped(next)
    },
    /** What is typed now is on its way to the core. */
    sending() {
      sent.current = typed
    },
    /** The core has what was sent; `stored` follows. What was typed since is not in yet, and stays. */
    saved() {
      if (Object.is(typed, sent.current)) setSavedOver({ stored })
    },
    forget() {
      setSavedOver(null)
      setTyped(none)
    },
  }
}

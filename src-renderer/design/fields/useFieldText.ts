import { useState } from 'react'

/**
 * The text of a field whose value is something else (an amount, pieces). The person's own spelling stays while they
 * type; when the value changes from outside (form reset, arrow key elsewhere) the text follows it.
 */
export function useFieldText<Value>(value: Value, textOf: (value: Value) => string) {
  const [text, setText] = useState(() => textOf(value))
  const [sent, setSent] = useState(value)
  const [isTyping, setTyping] = useState(false)
  if (!Object.is(sent, value)) {
    setSent(value)
    setText(textOf(value))
    setTyping(false)
  }
  return {
    text,
    isTyping,
    /** Keeps the typed text and remembers which value it was handed on as. */
    type(next: string, meaning: Value) {
      setText(next)
      setSent(meaning)
      setTyping(true)
    },
    /** On leaving the field: the text in its one proper spelling. */
    settle(proper: string) {
      setText(proper)
      setTyping(false)
    },
  }
}

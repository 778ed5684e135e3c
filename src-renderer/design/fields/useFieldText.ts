import { useState } from 'react'

/**
 * The text of a field whose value is something else (an amount, pieces). The person's own spelling stays while they
 * type; when the value changes from outside (form reset, arrow key elsewhere) the text follows it.
 */
export function useFieldText<Value>(value: Value, textOf: (value: Value) => string) {
  const [text, setText] = useState(() => textOf(value))
  const [sent, setSent] = useState(value)
  if (!Object.is(sent, value)) {
    setSent(value)
    setText(textOf(value))
  }
  return {
    text,
    /** Keeps the typed text and remembers which value it was handed on as. */
    type(next: string, meaning: Value) {
      setText(next)
      setSent(meaning)
    },
    /** On leaving the field: the text in its one proper spelling. */
    settle(proper: string) {
      setText(proper)
    },
  }
}

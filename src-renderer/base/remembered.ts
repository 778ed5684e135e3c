import { useState } from 'react'

/** Reads something this laptop remembers about the window; a damaged or forbidden memory is an empty one. */
export function recall<Value>(key: string, fallback: Value): Value {
  try {
    const text = window.localStorage.getItem(`lumbung.${key}`)
    return text === null ? fallback : (JSON.parse(text) as Value)
  } catch {
    return fallback
  }
}

export function remember(key: string, value: unknown): void {
  try {
    window.localStorage.setItem(`lumbung.${key}`, JSON.stringify(value))
  } catch {
    // Without storage the window forgets its arrangement; nothing of the shop is lost.
  }
}

/** State that survives closing the window: the sidebar, the last five finds. Never facts of the shop. */
/** What is forgotten reads as its fallback again. */
export function forget(key: string): void {
  try {
    window.localStorage.removeItem(`lumbung.${key}`)
  } catch {
    // there was no memory either
  }
}

export function useRemembered<Value>(key: string, fallback: Value): [Value, (value: Value) => void] {
  const [state, setState] = useState(() => ({ key, value: recall(key, fallback) }))
  if (state.key !== key) setState({ key, value: recall(key, fallback) })
  return [
    state.key === key ? state.value : recall(key, fallback),
    (value) => {
      remember(key, value)
      setState({ key, value })
    },
  ]
}

import { type RefObject, useLayoutEffect, useState } from 'react'

/**
 * How many whole rows of a list its parent has room for, as high as the first of them is: at a desk without a mouse nobody
 * scrolls to the other half of one. `rows` are those that there are; one is always shown, so that it can be measured.
 */
export function useRowsThatFit(list: RefObject<HTMLElement | null>, rows: number): number {
  const [fitting, setFitting] = useState(1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: there is nothing to measure before the first row
  useLayoutEffect(() => {
    const room = list.current?.parentElement
    if (!room) return
    const measure = () => {
      const row = list.current?.firstElementChild?.getBoundingClientRect().height
      if (!row || !list.current) return
      const edges = list.current.offsetHeight - list.current.clientHeight
      setFitting(Math.max(1, Math.floor((room.clientHeight - edges + 1) / row)))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(room)
    return () => observer.disconnect()
  }, [list, rows])
  return Math.min(rows, fitting)
}

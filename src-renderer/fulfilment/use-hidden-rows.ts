import { type RefObject, useLayoutEffect, useState } from 'react'

const NONE = { above: 0, below: 0 }

/**
 * How many rows of a scrolling list are out of sight, for a desk without a mouse; the one marked `data-next` is brought into
 * sight whenever `next` changes.
 */
export function useHiddenRows(list: RefObject<HTMLElement | null>, next: string | undefined) {
  const [hidden, setHidden] = useState(NONE)
  useLayoutEffect(() => {
    const box = list.current
    if (!box) return
    const count = () => {
      const { top, bottom } = box.getBoundingClientRect()
      const rows = [...box.children].map((row) => row.getBoundingClientRect())
      const above = rows.filter((row) => row.bottom < top + row.height / 2).length
      const below = rows.filter((row) => row.top > bottom - row.height / 2).length
      setHidden((known) => (known.above === above && known.below === below ? known : { above, below }))
    }
    if (next !== undefined) box.querySelector('[data-next]')?.scrollIntoView({ block: 'nearest' })
    count()
    const observer = new ResizeObserver(count)
    observer.observe(box)
    box.addEventListener('scroll', count, { passive: true })
    return () => {
      observer.disconnect()
      box.removeEventListener('scroll', count)
    }
  }, [list, next])
  return hidden
}

import { type RefObject, useEffect, useState } from 'react'

/** So little below the edge is the padding of what ends there. */
const AS_GOOD_AS_THE_END = 24

/** Whether something of a scrolling part lies below its edge, however it grows or is scrolled. */
export function useMoreBelow(part: RefObject<HTMLElement | null>): boolean {
  const [isMore, setMore] = useState(false)
  useEffect(() => {
    const box = part.current
    if (!box) return
    const look = () => setMore(box.scrollHeight - box.clientHeight - box.scrollTop > AS_GOOD_AS_THE_END)
    look()
    const sizes = new ResizeObserver(look)
    sizes.observe(box)
    const contents = new MutationObserver(look)
    contents.observe(box, { childList: true, subtree: true })
    box.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      contents.disconnect()
      box.removeEventListener('scroll', look)
    }
  }, [part])
  return isMore
}

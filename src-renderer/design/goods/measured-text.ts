import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Measure } from './short-name.ts'

const MOST_KEPT = 5_000
const widths = new Map<string, number>()
let canvas: CanvasRenderingContext2D | null | undefined

/** Measures in one type; each text once. */
function measureIn(font: string): Measure {
  return (text) => {
    const key = `${font}\n${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    canvas ??= document.createElement('canvas').getContext('2d')
    if (!canvas) return 0
    canvas.font = font
    const { width } = canvas.measureText(text)
    if (widths.size >= MOST_KEPT) widths.clear()
    widths.set(key, width)
    return width
  }
}

export interface Room {
  width: number
  measure: Measure
}

type Tell = (room: Room) => void
const told = new Map<Element, Tell>()

/** One watcher for all names of the window: what they learn of their room is drawn before the eye sees it. */
let watcher: ResizeObserver | undefined
const watching = () => {
  watcher ??= new ResizeObserver((entries) => {
    const rooms = entries.map(({ target, contentRect: { width } }) => {
      const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(target)
      const room = { width, measure: measureIn(`${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`) }
      return () => told.get(target)?.(room)
    })
    flushSync(() => {
      for (const tell of rooms) tell()
    })
  })
  return watcher
}

/** A font that comes later has other widths. */
const measureAnew = () => {
  widths.clear()
  for (const element of told.keys()) {
    watcher?.unobserve(element)
    watcher?.observe(element)
  }
}

/** The room of an element whose width does not depend on what is drawn in it, and its type; nothing until both are known. */
export function useRoom<E extends Element>(): [ref: RefObject<E | null>, room: Room | null] {
  const ref = useRef<E>(null)
  const [room, setRoom] = useState<Room | null>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    if (!watcher) document.fonts.addEventListener('loadingdone', measureAnew)
    told.set(element, setRoom)
    watching().observe(element)
    return () => {
      told.delete(element)
      watching().unobserve(element)
    }
  }, [])
  return [ref, room]
}

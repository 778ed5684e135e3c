import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { Measure } from './short-name.ts'

const MOST_KEPT = 5_000
const widths = new Map<string, number>()
let canvas: CanvasRenderingContext2D | null | undefined

interface Type {
  font: string
  wordSpacing: string
}

/** Measures in one type; each text once. */
function measureIn({ font, wordSpacing }: Type): Measure {
  return (text) => {
    const key = `${font}\n${wordSpacing}\n${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    canvas ??= document.createElement('canvas').getContext('2d')
    if (!canvas) return 0
    canvas.font = font
    canvas.wordSpacing = wordSpacing
    const { width } = canvas.measureText(text)
    if (widths.size >= MOST_KEPT) widths.clear()
    widths.set(key, width)
    return width
  }
}

export interface Room extends Type {
  width: number
  /** How often fonts came until it was read. */
  fonts: number
  measure: Measure
}

type Measured = () => void
const watched = new Map<Element, Measured>()

/** One watcher for all names of the window. */
let watcher: ResizeObserver | undefined
const watching = () => {
  if (watcher) return watcher
  document.fonts.addEventListener('loadingdone', measureAnew)
  watcher = new ResizeObserver((entries) => {
    for (const { target } of entries) watched.get(target)?.()
  })
  return watcher
}

/** A font that comes later has other widths. */
let fonts = 0
const measureAnew = () => {
  fonts++
  widths.clear()
  for (const measure of watched.values()) measure()
}

/**
 * The room of an element whose width does not depend on what is drawn in it, and its type. Of all names that come at once it is read
 * together, before the eye sees them.
 */
export function useRoom<E extends Element>(): [ref: RefObject<E | null>, room: Room | null] {
  const ref = useRef<E>(null)
  const [room, setRoom] = useState<Room | null>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => {
      const { width } = element.getBoundingClientRect()
      const { fontStyle, fontWeight, fontSize, fontFamily, wordSpacing } = getComputedStyle(element)
      const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
      setRoom((known) =>
        known?.width === width && known.font === font && known.fonts === fonts
          ? known
          : { width, fonts, font, wordSpacing, measure: measureIn({ font, wordSpacing }) },
      )
    }
    measure()
    watched.set(element, measure)
    watching().observe(element)
    return () => {
      watched.delete(element)
      watching().unobserve(element)
    }
  }, [])
  return [ref, room]
}

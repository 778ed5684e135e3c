import bwip from 'bwip-js/node'
import { type Block, fill, type Mark } from './marks.ts'
import { DOT } from './units.ts'

const PRINTABLE_ASCII = /^[\x20-\x7E]+$/
/** ISO/IEC 15417 asks for ten modules of white on either side; five millimetres make hand scanners happy. */
const QUIET_MODULES = 10
const QUIET_DOTS = 40
/** One dot per module is finer than a thermal head and a cheap scanner can agree on. */
const FINEST = 2
const COARSEST = 6

export interface Code128 {
  /** Widths of bar, space, bar, ... in modules. */
  widths: number[]
  modules: number
}

/** The symbol for a text of printable ASCII, or null for any other text. */
export function code128(text: string): Code128 | null {
  if (!PRINTABLE_ASCII.test(text)) return null
  const [symbol] = bwip.raw({ bcid: 'code128', text })
  if (!symbol || !('sbs' in symbol)) return null
  return { widths: symbol.sbs, modules: symbol.sbs.reduce((sum, width) => sum + width, 0) }
}

export interface Code128Fit {
  /** Dots per module. */
  moduleDots: number
  width: number
  quiet: number
}

const quietDots = (moduleDots: number) => QUIET_MODULES * moduleDots

/**
 * The module that makes the symbol at least `wanted` wide and leaves its quiet zones inside `room`; when no whole
 * number of dots does both, the widest that fits. Null when even two dots a module are too wide.
 */
export function fitCode128(symbol: Code128, room: number, wanted: number): Code128Fit | null {
  const roomDots = Math.floor(room / DOT + 1e-6)
  const wantedDots = Math.ceil(wanted / DOT - 1e-6)
  const fits = (dots: number) => symbol.modules * dots + 2 * quietDots(dots) <= roomDots
  const choices = Array.from({ length: COARSEST - FINEST + 1 }, (_, index) => FINEST + index).filter(fits)
  const moduleDots = choices.find((dots) => symbol.modules * dots >= wantedDots) ?? choices.at(-1)
  if (moduleDots === undefined) return null
  const spare = Math.floor((roomDots - symbol.modules * moduleDots) / 2)
  return {
    moduleDots,
    width: symbol.modules * moduleDots * DOT,
    quiet: Math.min(spare, Math.max(QUIET_DOTS, quietDots(moduleDots))) * DOT,
  }
}

/** Bars as vector rectangles whose edges lie on whole dots when `x` does. */
export function code128Bars(symbol: Code128, moduleDots: number, height: number): Block {
  return {
    height,
    at(x, y) {
      const bars: Mark[] = []
      let position = 0
      for (const [index, width] of symbol.widths.entries()) {
        if (index % 2 === 0) bars.push(fill(x + position * moduleDots * DOT, y, width * moduleDots * DOT, height))
        position += width
      }
      return bars
    },
  }
}

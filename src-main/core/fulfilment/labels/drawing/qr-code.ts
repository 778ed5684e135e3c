import bwip from 'bwip-js/node'
import { type Block, fill, type Mark } from './marks.ts'
import { DOT } from './units.ts'

/** A square of modules, row by row; 1 is dark. */
export interface QrSymbol {
  modules: number
  dark: number[]
}

/** The symbol for any text, error correction M: an eighth of it may be scratched or smudged (ISO/IEC 18004). */
export function qrSymbol(text: string): QrSymbol {
  const [symbol] = bwip.raw('qrcode', text.toWellFormed(), { eclevel: 'M' } as Record<string, unknown>)
  if (!symbol || !('pixs' in symbol)) throw new TypeError('qrcode gives a matrix')
  return { modules: symbol.pixx, dark: symbol.pixs }
}

interface QrCode extends Block {
  width: number
  /** White that must stay around it: four modules. */
  quiet: number
}

/** The symbol drawn with modules of whole dots, as large as fits in a square of `side`, at least 2 dots a module. */
export function qrCode({ modules, dark }: QrSymbol, side: number): QrCode {
  const module = Math.max(2, Math.floor(side / DOT / modules + 1e-6)) * DOT
  return {
    width: modules * module,
    height: modules * module,
    quiet: 4 * module,
    at(x, y) {
      const marks: Mark[] = []
      for (let row = 0; row < modules; row++) {
        for (let column = 0; column < modules; column++) {
          if (!dark[row * modules + column]) continue
          const start = column
          while (column + 1 < modules && dark[row * modules + column + 1]) column++
          marks.push(fill(x + start * module, y + row * module, (column - start + 1) * module, module))
        }
      }
      return marks
    },
  }
}

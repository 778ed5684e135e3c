import type { LabelWords } from '../../../../src-shared/fulfilment/labels.words.ts'
import { codeOf, type ShippingLabel } from '../../../../src-shared/fulfilment/shipping-label.ts'
import type { Language } from '../../../../src-shared/kernel/business-day.ts'
import { type Code128, type Code128Fit, code128, fitCode128 } from './drawing/code-128.ts'
import { type QrSymbol, qrSymbol } from './drawing/qr-code.ts'
import type { Typesetter } from './drawing/typesetter.ts'
import type { LabelStyle } from './label-style.ts'

/** What a scanner is to read on one label. */
interface LabelCode {
  text: string
  /** Null when no scanner could read the text as bars of this width; a QR code then takes their place. */
  bars: { symbol: Code128; fit: Code128Fit } | null
  square: QrSymbol
}

/** What every part of a label needs to know besides the label. */
export interface LabelContext {
  style: LabelStyle
  width: number
  type: Typesetter
  words: LabelWords
  language: Language
  code: LabelCode
}

/** @param room bars and the white beside them may take, margins included. */
export function labelCode(label: ShippingLabel, room: number, wanted: number): LabelCode {
  const text = codeOf(label)
  const symbol = code128(text)
  const fit = symbol && fitCode128(symbol, room, wanted)
  return { text, bars: symbol && fit ? { symbol, fit } : null, square: qrSymbol(text) }
}

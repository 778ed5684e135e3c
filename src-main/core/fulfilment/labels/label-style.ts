import { pt } from './drawing/units.ts'

/** Type sizes in points, largest and smallest; heights and gaps in points. */
export interface LabelStyle {
  gap: number
  courier: [number, number]
  service: [number, number]
  city: [number, number]
  province: [number, number]
  barHeight: number
  /** Wanted width of the bars; a longer or shorter number takes the nearest whole module. */
  barWidth: number
  number: [number, number]
  codHeight: number
  codWord: number
  codSmall: number
  caption: number
  name: [number, number]
  phone: number
  /** Largest, still pleasant, smallest. */
  address: [number, number, number]
  qrSide: number
  senderName: [number, number]
  small: [number, number]
  item: [number, number]
  sku: [number, number]
  note: [number, number]
  foot: [number, number]
}

/** A6, 100 x 150 mm and a quarter of A4. */
export const TALL: LabelStyle = {
  gap: pt(2.25),
  courier: [23, 10],
  service: [12, 7],
  city: [17, 8],
  province: [9, 6.5],
  barHeight: pt(20),
  barWidth: pt(55),
  number: [15, 6],
  codHeight: pt(9.5),
  codWord: 19,
  codSmall: 9.5,
  caption: 7.5,
  name: [15.5, 9],
  phone: 10.5,
  address: [12, 8.5, 6],
  qrSide: pt(21),
  senderName: [10.5, 7],
  small: [8.5, 6.5],
  item: [10, 7],
  sku: [8.5, 6],
  note: [10, 6.5],
  foot: [8, 5.5],
}

/** 78 x 100 mm. */
export const SHORT: LabelStyle = {
  gap: pt(1.375),
  courier: [16, 8],
  service: [9, 6],
  city: [12.5, 7],
  province: [7, 5.5],
  barHeight: pt(13),
  barWidth: pt(55),
  number: [11.5, 5],
  codHeight: pt(6.5),
  codWord: 13,
  codSmall: 7,
  caption: 6,
  name: [11, 7],
  phone: 8,
  address: [9, 7, 5.5],
  qrSide: pt(15.75),
  senderName: [8, 6],
  small: [6.5, 5.5],
  item: [7.5, 6],
  sku: [6.5, 5],
  note: [7.5, 5.5],
  foot: [6.5, 4.5],
}

/**
 * The same label set closer, for parcels with much to say. What the courier scans and reads from afar gives way least:
 * bars and QR code keep at least seven tenths, the address keeps its two smaller sizes.
 */
export function squeezed(style: LabelStyle, factor: number): LabelStyle {
  const pair = ([large, small]: [number, number]): [number, number] => [Math.max(large * factor, small), small]
  return {
    gap: style.gap * factor * factor,
    courier: pair(style.courier),
    service: pair(style.service),
    city: pair(style.city),
    province: pair(style.province),
    barHeight: style.barHeight * factor,
    barWidth: style.barWidth,
    number: pair(style.number),
    codHeight: style.codHeight * factor,
    codWord: style.codWord * factor,
    codSmall: style.codSmall * factor,
    caption: Math.max(style.caption * factor, 5.5),
    name: pair(style.name),
    phone: style.phone * factor,
    address: [Math.max(style.address[0] * factor, style.address[1]), style.address[1], style.address[2]],
    qrSide: style.qrSide * factor,
    senderName: pair(style.senderName),
    small: pair(style.small),
    item: pair(style.item),
    sku: pair(style.sku),
    note: pair(style.note),
    foot: pair(style.foot),
  }
}

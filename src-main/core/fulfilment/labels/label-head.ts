import type { ShippingLabel } from '../../../../src-shared/fulfilment/shipping-label.ts'
import { formatRupiah } from '../../../../src-shared/kernel/rupiah.ts'
import { code128Bars } from './drawing/code-128.ts'
import { type Block, fill, frame, nothing, RULE, rule, stack } from './drawing/marks.ts'
import { qrCode } from './drawing/qr-code.ts'
import { baselineIn } from './drawing/typesetter.ts'
import { pt, toDot } from './drawing/units.ts'
import type { LabelContext } from './label-context.ts'

/** Courier and service on the left, where the parcel goes on the right, a heavy rule below. */
export function routeBlock(label: ShippingLabel, { style, width, type }: LabelContext): Block {
  const between = pt(4)
  const space = 0.3 * style.courier[0]
  const leftWanted =
    type.width(label.courier, 'heavy', style.courier[0]) +
    (label.service ? space + type.width(label.service, 'bold', style.service[0]) : 0)
  const rightWanted = Math.max(
    type.width(label.destination.city.toUpperCase(), 'heavy', style.city[0]),
    type.width(label.destination.province, 'semibold', style.province[0]),
  )
  const free = width - between
  const rightWidth = Math.min(rightWanted, Math.max(free - leftWanted, 0.46 * free))
  const leftWidth = free - rightWidth

  const [large, small] = style.courier
  const courier = type.fit(
    label.courier,
    'heavy',
    leftWidth,
    { largest: large, smallest: 0.6 * large, lines: 1 },
    { largest: 0.6 * large, smallest: small, lines: 2 },
  )
  const courierWidth = Math.max(0, ...courier.lines.map((line) => type.width(line, 'heavy', courier.size)))
  const beside = leftWidth - courierWidth - space
  const standsBeside = courier.lines.length === 1 && type.width(label.service, 'bold', style.service[1]) <= beside
  const service = type.fit(label.service, 'bold', standsBeside ? beside : leftWidth, {
    largest: style.service[0],
    smallest: style.service[1],
    lines: 1,
  })
  const courierBlock = type.block(courier.lines, { face: 'heavy', size: courier.size }, 1.15)
  const serviceBlock = type.block(service.lines, { face: 'bold', size: service.size })
  const left: Block = standsBeside
    ? {
        height: courierBlock.height,
        at: (x, y) => [
          ...courierBlock.at(x, y),
          ...service.lines.flatMap((line) =>
            type.line(
              line,
              { face: 'bold', size: service.size },
              x + courierWidth + space,
              y + baselineIn(courierBlock.height, courier.size),
            ),
          ),
        ],
      }
    : stack([courierBlock, serviceBlock])

  const city = type.fit(
    label.destination.city.toUpperCase(),
    'heavy',
    rightWidth,
    { largest: style.city[0], smallest: 0.7 * style.city[0], lines: 1 },
    { largest: 0.7 * style.city[0], smallest: style.city[1], lines: 2 },
  )
  const province = type.fit(label.destination.province, 'semibold', rightWidth, {
    largest: style.province[0],
    smallest: style.province[1],
    lines: 1,
  })
  const right = stack([
    type.block(city.lines, { face: 'heavy', size: city.size, align: 'right' }, 1.2),
    type.block(province.lines, { face: 'semibold', size: province.size, align: 'right' }),
  ])

  const height = Math.max(left.height, right.height)
  const toRule = pt(1.25)
  return {
    height: height + toRule + RULE,
    at: (x, y) => [
      ...left.at(x, y + (height - left.height) / 2),
      ...right.at(x + width, y + (height - right.height) / 2),
      rule(x, y + height + toRule, width, RULE),
    ],
  }
}

/** `SPXID051234567890` is read aloud as `SPXID 0512 3456 7890`; a code with its own dashes stays as it is. */
export function inGroups(code: string): string {
  if (/[^0-9A-Za-z]/.test(code)) return code
  const [, prefix = '', rest = ''] = /^([A-Za-z]{2,6}(?=\d))?(.*)$/.exec(code) ?? []
  const groups: string[] = rest.match(/.{1,4}/g) ?? []
  if (groups.length > 1 && groups.at(-1)!.length === 1) groups.push(groups.splice(-2).join(''))
  return [prefix, ...groups].filter((group) => group !== '').join(' ')
}

/** The Code 128, or the QR code in its place, with the number beneath. The white beside the bars reaches into the margins. */
export function codeBlock(label: ShippingLabel, { style, width, type, words, code }: LabelContext): Block {
  const bars = code.bars && {
    ...code128Bars(code.bars.symbol, code.bars.fit.moduleDots, style.barHeight),
    width: code.bars.fit.width,
  }
  const symbol = bars ?? qrCode(code.square, style.qrSide)
  const picture: Block = {
    height: symbol.height,
    at: (x, y) => symbol.at(toDot(x + (width - symbol.width) / 2), toDot(y)),
  }
  const number = type.fit(inGroups(code.text), 'codeBold', width, {
    largest: style.number[0],
    smallest: style.number[1],
    lines: 1,
  })
  const remarks = [!label.trackingNumber.trim() ? words.noTrackingNumber : bars ? '' : words.codeTooLong, label.remark]
  const remarkLines = remarks
    .filter((remark) => remark.trim() !== '')
    .map((remark) => type.fit(remark, 'semibold', width, { largest: style.caption + 1, smallest: 5, lines: 1 }))
  const centred = (block: Block): Block => ({ height: block.height, at: (x, y) => block.at(x + width / 2, y) })
  return stack(
    [
      picture,
      stack([
        centred(type.block(number.lines, { face: 'codeBold', size: number.size, align: 'centre' }, 1.2)),
        ...remarkLines.map(({ lines, size }) =>
          centred(type.block(lines, { face: 'semibold', size, align: 'centre' })),
        ),
      ]),
    ],
    pt(0.75),
  )
}

/** White on black with the amount to collect, or black on white in a frame: seen from across the counter. */
export function codBlock(label: ShippingLabel, { style, width, type, words }: LabelContext): Block {
  const padding = 0.32 * style.codHeight
  const ink = label.cod ? ('white' as const) : ('black' as const)
  const word = label.cod ? words.cod : words.notCod
  const wordSize = label.cod ? style.codWord : 0.8 * style.codWord
  const remark = label.cod ? words.collect : words.doNotCollect
  const inner = width - 2 * padding
  const wordWidth = type.width(word, 'heavy', wordSize)
  const free = inner - wordWidth - padding
  const amount = label.cod
    ? type.fit(formatRupiah(label.cod.amount), 'heavy', free, { largest: style.codWord, smallest: 6, lines: 1 })
    : { lines: [] as string[], size: style.codWord }
  const amountWidth = Math.max(0, ...amount.lines.map((line) => type.width(line, 'heavy', amount.size)))
  const remarkRoom = free - amountWidth - 2 * padding
  const remarkLines = type.fit(
    remark,
    'semibold',
    remarkRoom,
    { largest: style.codSmall, smallest: 0.85 * style.codSmall, lines: 1 },
    { largest: 0.85 * style.codSmall, smallest: 0.65 * style.codSmall, lines: 2 },
  )
  const align = label.cod ? ('centre' as const) : ('right' as const)
  const remarkBlock = remarkLines.isCut
    ? nothing
    : type.block(remarkLines.lines, { face: 'semibold', size: remarkLines.size, ink, align }, 1.15)
  const height = toDot(style.codHeight)
  return {
    height,
    at(x, top) {
      const y = toDot(top)
      const box = label.cod ? [fill(x, y, width, height)] : frame(x, y, width, height, RULE)
      const baseline = (size: number) => y + baselineIn(height, size)
      const right = x + width - padding
      const remarkX = label.cod ? x + padding + wordWidth + (inner - wordWidth - amountWidth) / 2 : right
      return [
        ...box,
        ...type.line(word, { face: 'heavy', size: wordSize, ink }, x + padding, baseline(wordSize)),
        ...amount.lines.flatMap((line) =>
          type.line(line, { face: 'heavy', size: amount.size, ink, align: 'right' }, right, baseline(amount.size)),
        ),
        ...remarkBlock.at(remarkX, y + (height - remarkBlock.height) / 2),
      ]
    },
  }
}

/** Tells a test page from a parcel, and whether the printer keeps true size. */
export function testBlock(label: ShippingLabel, { style, width, type, words }: LabelContext): Block {
  if (!label.isTestPrint) return nothing
  const length = 50
  const title = type.fit(words.testPrint, 'bold', width, { largest: style.item[0], smallest: 5, lines: 1 })
  const remark = type.fit(words.testLine(length), 'regular', width, { largest: style.caption, smallest: 5, lines: 1 })
  const tick = pt(1.5)
  const ruler: Block = {
    height: tick,
    at: (x, y) => [
      rule(x, y + tick / 2, pt(length)),
      ...Array.from({ length: length / 10 + 1 }, (_, index) => fill(x + pt(index * 10), toDot(y), pt(0.25), tick)).map(
        (mark, index, all) => (index === all.length - 1 ? { ...mark, x: mark.x - pt(0.25) } : mark),
      ),
    ],
  }
  return stack(
    [
      type.block(title.lines, { face: 'bold', size: title.size }),
      ruler,
      type.block(remark.lines, { face: 'regular', size: remark.size }),
    ],
    pt(0.5),
  )
}

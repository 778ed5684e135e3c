import { maskPhone, showPhone } from '../../../../src-shared/fulfilment/masking.ts'
import type { ShippingLabel } from '../../../../src-shared/fulfilment/shipping-label.ts'
import { formatDay } from '../../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../../src-shared/kernel/rupiah.ts'
import { type Block, nothing, stack } from './drawing/marks.ts'
import { qrCode } from './drawing/qr-code.ts'
import { pt, toDot } from './drawing/units.ts'
import type { LabelContext } from './label-context.ts'

/** Street, city, province and postal code as one paragraph, without saying twice what the street lines already say. */
function addressOf({ addressLines, city, province, postalCode }: ShippingLabel['recipient']): string {
  const parts = addressLines.map((line) => line.trim()).filter((line) => line !== '')
  for (const part of [city.trim(), province.trim()]) {
    if (part !== '' && !parts.join(', ').toLowerCase().includes(part.toLowerCase())) parts.push(part)
  }
  const text = parts.map((part, index) => (index < parts.length - 1 ? part.replace(/[.,\s]+$/, '') : part)).join(', ')
  const code = postalCode?.trim() ?? ''
  return code === '' || text.includes(code) ? text : `${text} ${code}`
}

interface RecipientOptions {
  addressSize: number
  /** The address is cut when it would make the block higher; infinite while sizes are tried. */
  maxHeight: number
  maskPhone: boolean
}

/**
 * Who gets the parcel, with the QR code beside unless it stands where the bars would be. The address goes on below
 * the QR code in full width.
 */
export function recipientBlock(
  label: ShippingLabel,
  { style, width, type, words, code }: LabelContext,
  options: RecipientOptions,
): Block {
  const qr = code.bars ? qrCode(code.square, style.qrSide) : { ...nothing, width: 0, quiet: 0 }
  const beside = width - qr.width - qr.quiet
  const [large, small] = style.name
  const name = type.fit(
    label.recipient.name,
    'bold',
    beside,
    { largest: large, smallest: 0.72 * large, lines: 1 },
    { largest: 0.72 * large, smallest: small, lines: 2 },
  )
  const phone = (options.maskPhone ? maskPhone : showPhone)(label.recipient.phone)
  const phoneLine = type.fit(phone, 'codeBold', beside, { largest: style.phone, smallest: 6, lines: 1 })
  const top = stack([
    type.block([words.recipient], { face: 'regular', size: style.caption }),
    type.block(name.lines, { face: 'bold', size: name.size }, 1.2),
    type.block(phoneLine.lines, { face: 'codeBold', size: phoneLine.size }, 1.5),
  ])

  const size = options.addressSize
  const leading = 1.28
  const qrFoot = qr.height + qr.quiet
  const room = (line: number) => (top.height + line * leading * size < qrFoot ? beside : width)
  const address = addressOf(label.recipient)
  const most = Math.floor((options.maxHeight - top.height) / (leading * size) + 1e-6)
  let lines = type.wrap(address, 'semibold', size, room)
  if (lines.length > most) {
    const last = Math.max(most - 1, 0)
    lines = [...lines.slice(0, last), type.cut(lines.slice(last).join(' '), 'semibold', size, room(last))]
  }
  const text = stack([top, type.block(lines, { face: 'semibold', size }, leading)])
  return {
    height: Math.max(text.height, qr.height + qr.quiet / 2),
    at: (x, y) => [...text.at(x, y), ...qr.at(toDot(x + width - qr.width), toDot(y + qr.quiet / 2))],
  }
}

/** `620 g`, `1,25 kg`. */
const formatWeight = (grams: number): string =>
  grams < 1000 ? `${formatNumber(grams)} g` : `${formatNumber(grams / 1000)} kg`

/** Sender, weight and deadline in columns; what is not known takes no room. */
export function senderBlock(label: ShippingLabel, { style, width, type, words, language }: LabelContext): Block {
  const column = (caption: string, value: string): { width: number; block: Block } => ({
    width: Math.max(type.width(caption, 'regular', style.caption), type.width(value, 'bold', style.senderName[0])),
    block: stack([
      type.block([caption], { face: 'regular', size: style.caption }),
      type.block([value], { face: 'bold', size: style.senderName[0] }),
    ]),
  })
  const columns = [
    ...(label.weightGrams === null ? [] : [column(words.weight, formatWeight(label.weightGrams))]),
    ...(label.shipBy === null ? [] : [column(words.shipBy, formatDay(label.shipBy, language))]),
  ]
  const gap = pt(4)
  const taken = columns.reduce((sum, each) => sum + each.width + gap, 0)
  const room = width - taken
  const name = type.fit(
    label.sender.name,
    'bold',
    room,
    { largest: style.senderName[0], smallest: style.senderName[1], lines: 1 },
    { largest: style.senderName[1], smallest: style.senderName[1], lines: 2 },
  )
  const contact = [showPhone(label.sender.phone), label.sender.city.trim()].filter((part) => part !== '').join(', ')
  const contactLine = type.fit(contact, 'regular', room, {
    largest: style.small[0],
    smallest: style.small[1],
    lines: 1,
  })
  const sender = stack([
    type.block([words.sender], { face: 'regular', size: style.caption }),
    type.block(name.lines, { face: 'bold', size: name.size }),
    contact ? type.block(contactLine.lines, { face: 'regular', size: contactLine.size }) : nothing,
  ])
  return {
    height: Math.max(sender.height, ...columns.map((each) => each.block.height)),
    at(x, y) {
      let left = x + room + gap
      return [
        ...sender.at(x, y),
        ...columns.flatMap((each) => {
          const marks = each.block.at(left, y)
          left += each.width + gap
          return marks
        }),
      ]
    },
  }
}

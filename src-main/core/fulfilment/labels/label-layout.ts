import { labelWords } from '../../../../src-shared/fulfilment/labels.words.ts'
import type { LabelOptions, ShippingLabel } from '../../../../src-shared/fulfilment/shipping-label.ts'
import { type Block, HAIRLINE, type Mark, rule } from './drawing/marks.ts'
import type { Typesetter } from './drawing/typesetter.ts'
import { pt } from './drawing/units.ts'
import { footBlock, itemsPart, notePart } from './label-contents.ts'
import { type LabelContext, labelCode } from './label-context.ts'
import { codBlock, codeBlock, routeBlock, testBlock } from './label-head.ts'
import { recipientBlock, senderBlock } from './label-people.ts'
import { type LabelStyle, squeezed } from './label-style.ts'

/** The printed part of one label. Only the white beside the bars may reach outside it, `bleed` wide. */
export interface LabelArea {
  x: number
  y: number
  width: number
  height: number
  bleed: number
}

/** How much closer a label may be set before anything is left out. */
const SQUEEZES = [0.93, 0.86, 0.8, 0.74]

/**
 * One label as marks. Everything stands at its full size when there is room; otherwise the whole label is set closer,
 * step by step. What still does not fit gives way in this order: rows of contents after the first, lines of the note
 * after the second, the size of the address, the rest of contents and note, and only then the end of the address.
 */
export function layOutLabel(
  label: ShippingLabel,
  options: LabelOptions,
  style: LabelStyle,
  area: LabelArea,
  type: Typesetter,
): Mark[] {
  const language = options.language ?? 'id'
  const code = labelCode(label, area.width + 2 * area.bleed, style.barWidth)
  const context = { style, width: area.width, type, words: labelWords[language], language, code }
  let plan = planLabel(label, options, context, area)
  for (const factor of SQUEEZES) {
    if (plan.isWhole) break
    plan = planLabel(label, options, { ...context, style: squeezed(style, factor) }, area)
  }
  return plan.marks()
}

interface Plan {
  /** True when nothing had to be left out or made smaller than is pleasant to read. */
  isWhole: boolean
  marks(): Mark[]
}

function planLabel(label: ShippingLabel, options: LabelOptions, context: LabelContext, area: LabelArea): Plan {
  const { style, width } = context
  const gap = style.gap

  const route = routeBlock(label, context)
  const code = codeBlock(label, context)
  const cod = codBlock(label, context)
  const sender = ruledAbove(senderBlock(label, context), width, gap)
  const test = testBlock(label, context)
  const foot = footBlock(label, context, options.copiesNote ?? '')
  const items = itemsPart(options.showItems ? label.items : [], context)
  const note = notePart(options.showNote ? label.note : '', context)

  const ruled = (height: number) => (height === 0 ? 0 : height + 2 * gap + HAIRLINE)
  const spaced = (height: number) => (height === 0 ? 0 : height + gap)
  const fixed = route.height + [code, cod, test, foot].reduce((sum, block) => sum + spaced(block.height), 0)
  const rest = area.height - fixed - gap - sender.height

  const recipientAt = (addressSize: number, maxHeight = Number.POSITIVE_INFINITY) =>
    recipientBlock(label, context, { addressSize, maxHeight, maskPhone: options.maskRecipientPhone })
  const [largest, pleasant, smallest] = style.address
  const within = (height: number, from: number, to: number): Block | undefined => {
    for (let size = from; size >= to; size -= 0.5) {
      const block = recipientAt(size)
      if (block.height <= height) return block
    }
  }
  const whole = within(rest - ruled(items.wanted) - spaced(note.wanted), largest, pleasant)

  return {
    isWhole: whole !== undefined,
    marks() {
      const most = rest - ruled(items.least) - spaced(note.least)
      const recipient =
        whole ??
        within(rest - ruled(items.some) - spaced(note.some), pleasant, smallest) ??
        within(most, pleasant, smallest) ??
        recipientAt(smallest, most)
      const left = rest - recipient.height
      const leftForNote = Math.max(left - ruled(items.some) - gap, Math.min(note.some, left - ruled(items.least) - gap))
      const noteBlock = note.within(Math.min(note.wanted, leftForNote))
      const itemsBlock = items.within(left - spaced(noteBlock.height) - 2 * gap - HAIRLINE)

      const marks: Mark[] = []
      let y = area.y
      const put = (block: Block, before = gap) => {
        if (block.height === 0) return
        if (y > area.y) y += before
        marks.push(...block.at(area.x, y))
        y += block.height
      }
      for (const block of [route, code, cod, recipient]) put(block)
      put(sender, 0)
      put(ruledAbove(itemsBlock, width, gap), 0)
      put(noteBlock)
      const bottom = area.y + area.height
      marks.push(...test.at(area.x, bottom - foot.height - gap - test.height))
      marks.push(...foot.at(area.x, bottom - foot.height))
      return marks
    },
  }
}

const ruledAbove = (block: Block, width: number, gap: number): Block =>
  block.height === 0
    ? block
    : {
        height: block.height + 2 * gap + HAIRLINE,
        at: (x, y) => [rule(x, y + gap, width), ...block.at(x, y + 2 * gap + HAIRLINE)],
      }

/** White on every side of a label's printed part. Home printers cannot reach the outer 5 mm of an A4 sheet. */
export const LABEL_MARGIN = { thermal: pt(4), small: pt(3), sheet: pt(6) }

import fc from 'fast-check'
import type { FillMark, Mark, Page, TextMark } from '../../../src-main/core/fulfilment/labels/drawing/marks.ts'

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}
/** The ink a mark may leave: capitals above the baseline; below it descenders, which digits do not have. */
const boxOf = (mark: Mark): Box =>
  mark.kind === 'fill'
    ? { left: mark.x, right: mark.x + mark.width, top: mark.y, bottom: mark.y + mark.height }
    : {
        left: mark.x,
        right: mark.x + mark.width,
        top: mark.baseline - 0.72 * mark.size,
        bottom: mark.baseline + (/^[\d.]+$/.test(mark.text) ? 0.03 : 0.21) * mark.size,
      }
const HAIR = 0.35
const overlap = (a: Box, b: Box) =>
  a.left < b.right - HAIR && b.left < a.right - HAIR && a.top < b.bottom - HAIR && b.top < a.bottom - HAIR
const within = (a: Box, b: Box) =>
  a.left >= b.left - HAIR && a.right <= b.right + HAIR && a.top >= b.top - HAIR && a.bottom <= b.bottom + HAIR

const describeMark = (mark: Mark) =>
  mark.kind === 'text'
    ? `"${mark.text}" ${mark.size} pt at ${mark.x.toFixed(1)}, ${mark.baseline.toFixed(1)}`
    : JSON.stringify(mark)

/** What a person would see wrong on the page, in words. Empty when nothing is. */
export function faultsOf({ width, height, marks }: Page): string[] {
  const faults: string[] = []
  const page = { left: 0, right: width, top: 0, bottom: height }
  const texts = marks.filter((mark): mark is TextMark => mark.kind === 'text')
  const fills = marks.filter((mark): mark is FillMark => mark.kind === 'fill')
  for (const mark of marks) if (!within(boxOf(mark), page)) faults.push(`off the page: ${describeMark(mark)}`)
  for (const [index, text] of texts.entries()) {
    for (const other of texts.slice(index + 1))
      if (overlap(boxOf(text), boxOf(other))) faults.push(`${describeMark(text)} overlaps ${describeMark(other)}`)
    const under = fills.filter((fill) => overlap(boxOf(text), boxOf(fill)))
    if (text.ink === 'black' && under.length > 0)
      faults.push(`${describeMark(text)} lies on ${describeMark(under[0]!)}`)
    if (text.ink === 'white' && !under.some((fill) => within(boxOf(text), boxOf(fill))))
      faults.push(`${describeMark(text)} is white on white`)
  }
  return faults
}

/** Text as people, phones and marketplaces really send it, and worse. */
export const nasty = (longest: number) =>
  fc.oneof(
    fc.constant(''),
    fc.string({ maxLength: longest, unit: 'grapheme' }),
    fc.string({ maxLength: longest, unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          'Jl.',
          'Kaliurang',
          'RT',
          '04',
          'محمد',
          '陈美丽',
          '👩‍👩‍👧',
          'Ķřišna',
          '𝓑𝓪𝓽𝓲𝓴',
          'No.',
          '12/A',
          '\u202E',
          '\n',
        ),
        { maxLength: 80 },
      )
      .map((words) => words.join(' ').slice(0, longest)),
    fc.nat(longest).map((length) => 'W'.repeat(length)),
    fc.nat(longest).map((length) => 'Jl.RayaPantura,Km42/RT04-'.repeat(40).slice(0, length)),
  )

/** A number or code as a person may type one: one to forty printable characters. */
export const visible = fc.string({
  minLength: 1,
  maxLength: 40,
  unit: fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789-'),
})

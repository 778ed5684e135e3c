import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'

/** No heading comes near; a cell may hold 32,767 characters. */
const LONGEST_HEADING = 200

const RIGHT_TO_LEFT_AND_ZERO_WIDTH = /[\u200B-\u200F\u2060\uFEFF]/g

/** What stands in a row that may be a heading row; blank cells as empty text. */
export const headingTexts = (row: SheetRow): string[] =>
  row.cells.map((cell) =>
    String(contentOf(cell) ?? '')
      .trim()
      .slice(0, LONGEST_HEADING),
  )

/** The form in which headings of taught layouts are remembered, so that it must stay as it is. */
export const plainHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(RIGHT_TO_LEFT_AND_ZERO_WIDTH, '')
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s*\((?:idr|rp)\)\s*$/i, '')
    .replace(/\s*\*+\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

const QUOTED = /^["'\u201c\u2018\u00ab](.*)["'\u201d\u2019\u00bb]$/s
/** Stars, bullets and the arrows of a sorted or filtered column. */
const MARKS = /^[\s*\u2022\u2190-\u21ff\u25a0-\u25ff]+|[\s*\u2022\u2190-\u21ff\u25a0-\u25ff]+$/g
const FOOTNOTE = /[\u00b9\u00b2\u00b3\u2070-\u2079]+$/
/** `1. No. Pesanan`, `(2) Status Pesanan`. */
const ITS_NUMBER = /^[([]?\d{1,3}[.)\]:]\s+(?=\p{L})/u
const CURRENCY = String.raw`(?:(?:dalam|in)\s+)?(?:rp\.?|idr|rupiah)`
/** `(wajib)`, `[Opsional, maks. 100 huruf]`, `(Rp)`, `(dalam rupiah)`, `(WIB)`. */
const IN_BRACKETS = new RegExp(
  String.raw`\s*[([{]\s*(?:(?:wajib|harus|opsional|optional|required|mandatory)\b[^()[\]{}]*|${CURRENCY}|wib|wita|wit|(?:utc|gmt)\s*\+\s*\d{1,2})\s*[)\]}]\s*$`,
  'i',
)
/** `Jumlah, Rp` and `Jumlah dalam rupiah`. */
const CURRENCY_BEHIND = /(?:\s*[,;\u2013-]\s*(?:(?:dalam|in)\s+)?|\s+(?:dalam|in)\s+)(?:rp|idr|rupiah)\.?$/i

/** A heading without what only dresses it: quotes, marks, its number, whether it must be filled in, the unit it counts in. */
export function bareHeading(heading: string): string {
  let bare = heading
    .replace(/\u00ad/g, '')
    .replace(/[\u2010-\u2015]/g, '-')
    .trim()
  for (let before = ''; before !== bare; ) {
    before = bare
    const next = bare
      .replace(QUOTED, '$1')
      .replace(MARKS, '')
      .replace(FOOTNOTE, '')
      .replace(ITS_NUMBER, '')
      .replace(IN_BRACKETS, '')
      .replace(CURRENCY_BEHIND, '')
      .replace(/\s*:$|(?<=\p{L}{2}|\))(?<!^no)\.$/iu, '')
      .trim()
    if (next !== '') bare = next
  }
  return inWords(bare)
}

/** `Biaya_Administrasi`, `Biaya-Administrasi` and `BiayaAdministrasi`, as programs without spaces name their columns. */
function inWords(heading: string): string {
  const spaced = heading.replace(/_+/g, ' ').trim()
  return /\s/.test(spaced)
    ? spaced || heading
    : spaced.replace(/(?<=\p{L})-(?=\p{L})/gu, ' ').replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ') || heading
}

const MOST_KEPT = 5_000
const normalised = new Map<string, { normal: string; key: string }>()

/** Kept, because each of the first rows is laid beside the headings of every kind. */
function both(heading: string): { normal: string; key: string } {
  const kept = normalised.get(heading)
  if (kept) return kept
  if (normalised.size >= MOST_KEPT) normalised.clear()
  const normal = plainHeading(bareHeading(heading))
    .replace(/^no(?:mor\b|\.|(?= ))\s*/, 'no. ')
    .trim()
  const found = { normal, key: normal.replace(/[^\p{L}\p{N}%]+/gu, '') || normal }
  normalised.set(heading, found)
  return found
}

/** A heading as words, without regard to case, spaces, what only dresses it or the currency behind it. */
export const normalHeading = (heading: string): string => both(heading).normal

/** What headings are compared by: letters and digits alone, so that `No._Pesanan`, `NoPesanan` and `NO. PESANAN` are one. */
export const headingKey = (heading: string): string => both(heading).key

import type { BankRuleDraft } from '../../../src-shared/bank/bank.ts'
import { type BankMeaning, isSameMeaning, mayMean } from '../../../src-shared/bank/bank-meaning.ts'
import { wordsOf } from '../../../src-shared/kernel/folded.ts'
import type { StoredLine } from './lines.repository.ts'
import type { StoredRule } from './rules.repository.ts'

type LineFacts = Pick<StoredLine, 'account' | 'amount' | 'description'> & { words: readonly string[] }

/** So many equal answers make a learned rule certain, while nobody said otherwise. */
const OFTEN_ENOUGH = 2

/** True when the line has all words of the rule, its direction, its wallet and its amount. */
export function fits(rule: Omit<BankRuleDraft, 'id' | 'meaning' | 'isOff'>, line: LineFacts): boolean {
  const size = Math.abs(line.amount)
  if ((line.amount > 0 ? 'in' : 'out') !== rule.direction) return false
  if (rule.account !== null && rule.account !== line.account) return false
  if ((rule.least !== null && size < rule.least) || (rule.most !== null && size > rule.most)) return false
  const said = new Set([...line.words, ...wordsOf(line.description)])
  return wordsOf(rule.words).every((word) => said.has(word))
}

/** A learned rule that begins as the line does and shares half its words: a branch of the same shop, not the same one. */
function comesNear(rule: StoredRule, line: LineFacts): boolean {
  const words = wordsOf(rule.words)
  if (rule.isOwn || words.length < 2 || words[0] !== line.words[0]) return false
  if ((line.amount > 0 ? 'in' : 'out') !== rule.direction) return false
  return words.filter((word) => line.words.includes(word)).length * 2 >= words.length
}

const isCertain = ({ isOwn, times, against }: StoredRule) => isOwn || (times >= OFTEN_ENOUGH && times > against * 3)

/** How far outside what the rule was right of; two rules of the same words are told apart by the amount. */
function outside({ seenLeast, seenMost }: StoredRule, amount: number): number {
  const size = Math.abs(amount)
  if (seenLeast === null || seenMost === null) return 0
  return size < seenLeast ? seenLeast - size : Math.max(0, size - seenMost)
}

/**
 * The rule that speaks for a line: written by hand before learned, more words before fewer, nearer amounts before others, then
 * the one that was right more often. Where two of the same standing say different things, none is certain.
 */
export function ruleFor(
  rules: readonly StoredRule[],
  line: LineFacts,
  book: 'usaha' | 'rumah',
): { rule: StoredRule; isCertain: boolean } | null {
  const speaking = rules.filter((rule) => !rule.isOff && mayMean(rule.meaning, { book, amount: line.amount }))
  const fitting = speaking.filter((rule) => fits(rule, line))
  const [first, second] = (fitting.length > 0 ? fitting : speaking.filter((rule) => comesNear(rule, line))).toSorted(
    (a, b) =>
      Number(b.isOwn) - Number(a.isOwn) ||
      wordsOf(b.words).length - wordsOf(a.words).length ||
      outside(a, line.amount) - outside(b, line.amount) ||
      b.times - b.against - (a.times - a.against) ||
      (a.id < b.id ? -1 : 1),
  )
  if (!first) return null
  const isDisputed =
    second !== undefined &&
    second.isOwn === first.isOwn &&
    wordsOf(second.words).length === wordsOf(first.words).length &&
    outside(second, line.amount) === outside(first, line.amount) &&
    !isSameMeaning(first.meaning, second.meaning)
  return { rule: first, isCertain: fitting.length > 0 && isCertain(first) && !isDisputed }
}

/** The rule that says just this of lines with these words, or null when an answer teaches something new. */
export const ruleSaying = (rules: readonly StoredRule[], line: LineFacts, meaning: BankMeaning): StoredRule | null =>
  rules.find((rule) => !rule.isOff && isSameMeaning(rule.meaning, meaning) && fits(rule, line)) ?? null

/** What an answer teaches: the same words in the same direction mean the same. Null when a line has no words to know it by. */
export function taught(id: string, line: LineFacts, meaning: BankMeaning): BankRuleDraft | null {
  const words = line.words.join(' ')
  if (words.length < 2) return null
  const direction = line.amount > 0 ? 'in' : 'out'
  return { id, words: words.slice(0, 120), direction, account: null, least: null, most: null, meaning, isOff: false }
}

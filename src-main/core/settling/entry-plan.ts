import { partOf } from '../../../src-shared/kernel/allocate.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { memo } from '../../../src-shared/ledger/memo.words.ts'
import type { Book, DocumentRef, Effects, Entry } from '../effects.ts'
import type { LedgerWriter } from './ledger-writer.ts'
import { sameDay } from './movement-plan.ts'
import { correctionKey, type EntryCorrection, type Standing, type StandingEntry } from './standing.ts'

type Lines = EntryCorrection['lines']

/** What moved under the effects of one document, and which of these movements stand but now cost something else. */
export interface MovementCosts {
  of: ReadonlyMap<string, number>
  recosted: ReadonlySet<string>
}

/**
 * Compares the entries a document must have with those that stand. One that says something else is reversed and posted anew;
 * one that only costs something else keeps standing, and the difference is posted as a correction linked to it.
 */
export function settleEntries(
  writer: LedgerWriter,
  ref: DocumentRef,
  effects: Effects,
  standing: Standing,
  costs: MovementCosts,
): void {
  const surplus = new Map(standing.entries.map((entry) => [entry.effect, entry]))
  const added: (() => void)[] = []
  for (const entry of effects.entries) {
    const lines = resolved(entry, costs.of)
    if (lines.length === 0) continue
    const stands = surplus.get(entry.effect)
    if (stands && sameFrame(writer, entry, stands)) {
      const misdated = stands.corrections.filter(({ day }) => day !== stands.day && !writer.isClosed(stands.day))
      const kept = stands.corrections.filter((correction) => !misdated.includes(correction))
      const difference = differenceOf(lines, [stands, ...kept])
      if (difference.length === 0 || misdated.length > 0 || isRecosted(entry, costs)) {
        surplus.delete(entry.effect)
        for (const correction of misdated) reverse(writer, ref, stands, correction)
        if (difference.length > 0) correct(writer, ref, stands, standing, difference)
        continue
      }
    }
    const generation = (standing.generations.get(entry.effect) ?? 0) + 1
    added.push(() =>
      writer.post({
        document: ref,
        effect: entry.effect,
        generation,
        reverses: null,
        corrects: null,
        book: entry.book,
        day: entry.day,
        memo: entry.memo,
        pairId: entry.pairId ?? null,
        lines,
      }),
    )
  }
  for (const stands of surplus.values()) {
    for (const correction of stands.corrections) reverse(writer, ref, stands, correction)
    reverse(writer, ref, stands, null)
  }
  for (const add of added) add()
}

const isRecosted = ({ lines }: Entry, { recosted }: MovementCosts): boolean =>
  lines.some((line) => 'costOf' in line && line.costOf.some((effect) => recosted.has(effect)))

function reverse(
  writer: LedgerWriter,
  document: DocumentRef,
  entry: StandingEntry,
  correction: EntryCorrection | null,
): void {
  const { id, effect, generation, day, memo, lines } = correction ?? entry
  writer.post({
    document,
    effect,
    generation: -generation,
    reverses: id,
    corrects: correction ? entry.id : null,
    book: entry.book as Book,
    day,
    memo,
    pairId: entry.pairId,
    lines: lines.map(({ account, amount }) => ({ account, amount: -amount })),
  })
}

function correct(
  writer: LedgerWriter,
  document: DocumentRef,
  entry: StandingEntry,
  { generations }: Standing,
  lines: Lines,
): void {
  const effect = correctionKey(entry.effect, entry.generation)
  writer.post({
    document,
    effect,
    generation: (generations.get(effect) ?? 0) + 1,
    reverses: null,
    corrects: entry.id,
    book: entry.book as Book,
    day: entry.day,
    memo: memo('cost difference'),
    pairId: entry.pairId,
    lines,
  })
}

/** What is still to be posted on each account. */
function differenceOf(wanted: Lines, recorded: readonly { lines: Lines }[]): Lines {
  const byAccount = new Map(wanted.map(({ account, amount }) => [account, amount]))
  for (const { lines } of recorded)
    for (const { account, amount } of lines) byAccount.set(account, (byAccount.get(account) ?? 0) - amount)
  return [...byAccount].filter(([, amount]) => amount !== 0).map(([account, amount]) => ({ account, amount }))
}

/** Amounts filled in, one line an account, nothing left at zero. */
function resolved(entry: Entry, costs: ReadonlyMap<string, number>): { account: AccountCode; amount: number }[] {
  const byAccount = new Map<AccountCode, number>()
  for (const line of entry.lines)
    byAccount.set(line.account, (byAccount.get(line.account) ?? 0) + amountOf(line, costs))
  return [...byAccount].filter(([, amount]) => amount !== 0).map(([account, amount]) => ({ account, amount }))
}

function amountOf(line: Entry['lines'][number], costs: ReadonlyMap<string, number>): number {
  if ('amount' in line) return line.amount
  const cost = line.costOf.reduce((total, effect) => total + (costs.get(effect) ?? 0), 0)
  const share = line.part ? partOf(cost, line.part) : cost
  return line.side === 'debit' ? share : -share
}

/** The memo is wording: an entry that only words itself otherwise is the same entry. */
const sameFrame = (writer: LedgerWriter, wanted: Entry, recorded: StandingEntry): boolean =>
  wanted.book === recorded.book &&
  (wanted.pairId ?? null) === recorded.pairId &&
  sameDay(writer, wanted.day, recorded.day)

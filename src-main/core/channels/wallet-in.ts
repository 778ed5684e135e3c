import type { WalletOutcome, WalletWithdrawal } from '../../../src-shared/channels/channels.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import type { WalletFile, WalletLine } from '../../../src-shared/payouts/wallet-file.ts'
import type { Reader } from '../database/open.ts'
import { knownByChannel } from '../payouts/channel-lines-in.ts'
import { type LineTaken, takeLinesBack, takeLinesIn } from '../payouts/take-lines-in.ts'
import { toldLines, withPlaces } from '../payouts/told-lines.ts'
import {
  countToldBy,
  linesToldBy,
  noteStatement,
  noteTellings,
  removeStatement,
  runsToldOfTheSameLines,
  statementWallet,
} from '../payouts/wallet-lines.repository.ts'
import { type Extent, isOver, type Stepwise } from '../work/stepwise.ts'
import { meetArrivals, noLongerWithdrawn, partArrivals, type Withdrawn, withdrawnIn } from './arrived-withdrawals.ts'
import type { ImportNeeds, ImportTarget, IntoShop, TakenRun, TakingIn } from './content-kind.ts'
import { movedCorrections } from './import-runs.repository.ts'
import { ledgerMarks, NOTHING_BOOKED, withStep } from './ledger-difference.ts'
import { numberDoubts, ordersKnownIn, shopOfNumbers } from './shop-doubts.ts'
import { channelOfShop } from './shops.repository.ts'
import { settleAdjustments } from './withdrawals-beside.ts'

/** Lines of a balance that a channel keeps for its seller. */
export const walletIn: TakingIn<WalletFile, IntoShop, WalletOutcome> = {
  doubts: (reader, { lines }, { shopId }) => numberDoubts(reader, numbersOf(lines), shopId),
  shopSpokenOf: (reader, { lines }, channel) => shopOfNumbers(reader, numbersOf(lines), channel),
  takingIn: takingWalletIn,
  runsTellingOfTheSame: runsToldOfTheSameLines,
  // nothing is done with a line that could not be done again
  mayBeTakenBack: async () => {},
  takingBack: (run, _others, needs) => takingWalletBack(run, needs),
}

const numbersOf = (lines: readonly WalletLine[]): string[] => [
  ...new Set(lines.flatMap(({ orderNumber }) => (orderNumber === '' ? [] : [orderNumber]))),
]

interface Mark extends Extent {
  first: Extent
  counted: Omit<WalletOutcome, 'kind' | 'importId' | 'shopId' | 'problems' | 'doubts' | 'entries' | 'met'>
  /** What was withdrawn, by the lines so far that are new. */
  withdrawn: Withdrawn
  entries: number
}

const NONE = { lines: 0, amount: 0 }
const NOTHING_FIRST: Extent = { done: 0, total: 0 }

function takingWalletIn(
  file: WalletFile,
  { seq, importId, shopId, fileName, doubts }: ImportTarget<IntoShop>,
  needs: ImportNeeds,
): Stepwise<Mark, WalletOutcome> {
  const { settle, first } = needs
  const told = withPlaces(toldLines(shopId, file.wallet, file.lines))
  return {
    async begin(tx) {
      const before = first ? await first.begin(tx) : NOTHING_FIRST
      await noteStatement(tx, { seq, shopId, fileName }, file)
      return {
        done: before.done,
        total: before.total + told.length,
        first: before,
        counted: { added: NONE, changed: NONE, unchanged: NONE, byMeaning: [], waiting: NONE, asked: NONE },
        withdrawn: [],
        entries: 0,
      }
    },

    async step(tx, mark, size) {
      const before = await ledgerMarks(tx)
      const entriesWith = async () => (await withStep(tx, { ...NOTHING_BOOKED, entries: mark.entries }, before)).entries
      if (first && !isOver(mark.first)) {
        const next = await first.step(tx, mark.first, size)
        return { ...mark, done: next.done, total: next.total + told.length, first: next, entries: await entriesWith() }
      }
      const from = mark.done - mark.first.done
      const part = told.slice(from, from + size)
      const some = file.wallet === 'balance' ? await knownByChannel(tx, shopId, part) : part
      const channel = await channelOfShop(tx, shopId)
      const note = () => noteTellings(tx, seq, some)
      const taken = await takeLinesIn(tx, { shopId, channel, wallet: file.wallet }, note, some, settle)
      const known = await ordersKnownIn(tx, shopId, numbersOf(taken.map(({ line }) => line)))
      return {
        ...mark,
        done: mark.done + some.length,
        counted: withTaken(mark.counted, taken, known),
        withdrawn: [...mark.withdrawn, ...withdrawnIn(taken)],
        entries: await entriesWith(),
      }
    },

    async end(tx, { counted, withdrawn, entries }) {
      const before = await ledgerMarks(tx)
      await settleAdjustments(tx, shopId, settle)
      const met = await meetArrivals(tx, importId, withdrawn, needs)
      return {
        kind: 'wallet',
        importId,
        shopId,
        ...counted,
        met,
        problems: { lines: file.keptOut.rows },
        doubts,
        entries: (await withStep(tx, { ...NOTHING_BOOKED, entries }, before)).entries,
      }
    },
  }
}

function withTaken(before: Mark['counted'], taken: readonly LineTaken[], known: ReadonlySet<string>): Mark['counted'] {
  const count = (sum: typeof NONE, which: (each: LineTaken) => boolean) =>
    taken.filter(which).reduce((total, { line }) => plus(total, line), sum)
  const added = taken.filter(({ what }) => what === 'added')
  const byMeaning = new Map(before.byMeaning.map(({ meaning, ...sum }) => [meaning, sum]))
  for (const { meaning, line } of added) byMeaning.set(meaning, plus(byMeaning.get(meaning) ?? NONE, line))
  return {
    added: count(before.added, ({ what }) => what === 'added'),
    changed: count(before.changed, ({ what }) => what === 'changed'),
    unchanged: count(before.unchanged, ({ what }) => what === 'unchanged'),
    byMeaning: [...byMeaning].map(([meaning, sum]) => ({ meaning, ...sum })),
    waiting: count(
      before.waiting,
      ({ what, meaning, line }) =>
        what === 'added' && meaning === 'income' && line.orderNumber !== '' && !known.has(line.orderNumber),
    ),
    asked: count(
      before.asked,
      ({ what, meaning, isDoubled }) => what === 'added' && (isDoubled || meaning === 'payment'),
    ),
  }
}

/** Only what is done moved money. */
const plus = ({ lines, amount }: typeof NONE, line: WalletLine): typeof NONE => ({
  lines: lines + 1,
  amount: amount + (line.status === 'done' ? line.amount : 0),
})

interface BackMark extends Extent {
  after: string
  counted: Omit<WalletWithdrawal, 'kind' | 'importId' | 'shopId' | 'entries'>
  gone: Withdrawn
  entries: number
}

function takingWalletBack(run: TakenRun<IntoShop>, needs: ImportNeeds): Stepwise<BackMark, WalletWithdrawal> {
  const { settle } = needs
  return {
    begin: async (tx) => ({
      done: 0,
      total: await countToldBy(tx, run.seq),
      after: '',
      counted: { withdrawn: NONE, kept: NONE, changed: 0, closedEntries: 0, correctedOn: null },
      gone: [],
      entries: 0,
    }),

    async step(tx, mark, size) {
      const before = await ledgerMarks(tx)
      const ids = await linesToldBy(tx, run.seq, { after: mark.after, limit: size })
      const last = ids.at(-1)
      if (last === undefined) return { ...mark, done: mark.total }
      const balance = { shopId: run.shopId, ...(await balanceOf(tx, run)) }
      const gone = await takeLinesBack(tx, balance, run.seq, ids, settle)
      const closed = await movedCorrections(tx, before.entry)
      const { counted } = mark
      const sum = (from: typeof NONE, which: (what: string) => boolean) =>
        gone.filter(({ what }) => which(what)).reduce((total, { line }) => plus(total, line), from)
      return {
        done: Math.min(mark.done + ids.length, mark.total),
        total: mark.total,
        after: last,
        counted: {
          withdrawn: sum(counted.withdrawn, (what) => what === 'gone'),
          kept: sum(counted.kept, (what) => what !== 'gone'),
          changed: counted.changed + gone.filter(({ what }) => what === 'changed').length,
          closedEntries: counted.closedEntries + closed.entries,
          correctedOn:
            counted.correctedOn !== null && (closed.day === null || counted.correctedOn < closed.day)
              ? counted.correctedOn
              : closed.day,
        },
        gone: [...mark.gone, ...noLongerWithdrawn(gone)],
        entries: (await withStep(tx, { ...NOTHING_BOOKED, entries: mark.entries }, before)).entries,
      }
    },

    async end(tx, { counted, gone, entries: steps }) {
      const before = await ledgerMarks(tx)
      await removeStatement(tx, run.seq)
      await settleAdjustments(tx, run.shopId, settle)
      await partArrivals(tx, gone, needs)
      const { entries } = await withStep(tx, { ...NOTHING_BOOKED, entries: steps }, before)
      return { kind: 'wallet', importId: run.importId, shopId: run.shopId, ...counted, entries }
    },
  }
}

const balanceOf = async (
  reader: Reader,
  run: TakenRun<IntoShop>,
): Promise<{ channel: Channel; wallet: WalletFile['wallet'] }> => ({
  channel: await channelOfShop(reader, run.shopId),
  wallet: await statementWallet(reader, run.seq),
})

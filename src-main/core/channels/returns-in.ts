import type { ReturnsOutcome, ReturnsWithdrawal } from '../../../src-shared/channels/returns-outcome.ts'
import type { ReturnFile, ReturnStatement } from '../../../src-shared/returns/return-file.ts'
import { settleOrdersOfNumbers } from '../orders/settle-orders.ts'
import {
  countToldReturns,
  forgetToldReturns,
  runsToldOfReturns,
  storeToldReturns,
  toldReturnsOf,
} from '../orders/told-returns.repository.ts'
import type { Extent, Stepwise } from '../work/stepwise.ts'
import type { ImportNeeds, ImportTarget, IntoShop, OtherRun, TakenRun, TakingIn } from './content-kind.ts'
import { numberDoubts, shopOfNumbers } from './shop-doubts.ts'

const numbersOf = ({ returns }: Pick<ReturnFile, 'returns'>) => [
  ...new Set(returns.map(({ orderNumber }) => orderNumber)),
]

/** What a channel's list of returns tells: goods on their way back, with their own waybill. It makes no orders and books nothing. */
export const returnsIn: TakingIn<ReturnFile, IntoShop, ReturnsOutcome> = {
  doubts: (reader, content, { shopId }) => numberDoubts(reader, numbersOf(content), shopId),
  shopSpokenOf: (reader, content, channel) => shopOfNumbers(reader, numbersOf(content), channel),
  takingIn: takingReturnsIn,
  runsTellingOfTheSame: runsToldOfReturns,
  // what was received or looked at here stays, whoever announced it
  mayBeTakenBack: async () => {},
  takingBack: takingReturnsBack,
}

interface Mark extends Extent {
  counted: Pick<ReturnsOutcome, 'added' | 'changed' | 'unchanged' | 'withGoods' | 'waiting'>
}

function takingReturnsIn(
  { returns, toldAt, keptOut }: ReturnFile,
  { seq, importId, shopId, doubts }: ImportTarget<IntoShop>,
  { settle }: ImportNeeds,
): Stepwise<Mark, ReturnsOutcome> {
  return {
    begin: async () => ({
      done: 0,
      total: returns.length,
      counted: { added: 0, changed: 0, unchanged: 0, withGoods: 0, waiting: 0 },
    }),
    async step(tx, mark, size) {
      const some = returns.slice(mark.done, mark.done + size)
      const numbers = numbersOf({ returns: some })
      const standing = async () => {
        const told = await toldReturnsOf(
          tx,
          numbers.map((number) => ({ shopId, number })),
        )
        return new Map(told.map((each) => [each.number, textOf(each)]))
      }
      const before = await standing()
      await storeToldReturns(tx, { runSeq: seq, shopId, toldAt }, some)
      const after = await standing()
      const orders = await settleOrdersOfNumbers(tx, settle, shopId, numbers)
      const { counted } = mark
      const times = (fits: (each: ReturnStatement) => boolean) => some.filter(fits).length
      const isNew = ({ number }: ReturnStatement) => !before.has(number)
      const isSame = ({ number }: ReturnStatement) => before.get(number) === after.get(number)
      return {
        ...mark,
        done: mark.done + some.length,
        counted: {
          added: counted.added + times(isNew),
          changed: counted.changed + times((each) => !isNew(each) && !isSame(each)),
          unchanged: counted.unchanged + times((each) => !isNew(each) && isSame(each)),
          withGoods: counted.withGoods + times(({ bringsGoods }) => bringsGoods),
          waiting: counted.waiting + times(({ orderNumber }) => !orders.has(orderNumber)),
        },
      }
    },
    end: async (_tx, { counted }) => ({
      kind: 'returns',
      importId,
      shopId,
      ...counted,
      keptOut: keptOut.rows,
      entries: 0,
      profit: 0,
      doubts,
    }),
  }
}

const textOf = ({
  orderNumber,
  waybill,
  status,
  goodsStatus,
  pieces,
  refund,
  compensation,
  appealUntil,
}: ReturnStatement) =>
  JSON.stringify([orderNumber, waybill, status, goodsStatus, pieces, refund, compensation, appealUntil])

interface BackMark extends Extent {
  withdrawn: number
  rebuilt: number
}

/** Each list is a statement of its own, so what the others tell stands by itself once this one is gone. */
function takingReturnsBack(
  run: TakenRun<IntoShop>,
  _others: readonly OtherRun<ReturnFile>[],
  { settle }: ImportNeeds,
): Stepwise<BackMark, ReturnsWithdrawal> {
  return {
    begin: async (tx) => ({ done: 0, total: await countToldReturns(tx, run.seq), withdrawn: 0, rebuilt: 0 }),
    async step(tx, mark, size) {
      const gone = await forgetToldReturns(tx, run.seq, size)
      if (gone.length === 0) return { ...mark, done: mark.total }
      const numbers = [...new Set(gone.map(({ orderNumber }) => orderNumber))]
      const left = await toldReturnsOf(
        tx,
        numbers.map((number) => ({ shopId: run.shopId, number })),
      )
      const stands = new Set(left.map(({ number }) => number))
      await settleOrdersOfNumbers(tx, settle, run.shopId, numbers)
      const rebuilt = gone.filter(({ number }) => stands.has(number)).length
      return {
        done: Math.min(mark.done + gone.length, mark.total),
        total: mark.total,
        withdrawn: mark.withdrawn + gone.length - rebuilt,
        rebuilt: mark.rebuilt + rebuilt,
      }
    },
    end: async (_tx, { withdrawn, rebuilt }) => ({
      kind: 'returns',
      importId: run.importId,
      shopId: run.shopId,
      withdrawn,
      rebuilt,
      closedEntries: 0,
      correctedOn: null,
      entries: 0,
      profit: 0,
    }),
  }
}

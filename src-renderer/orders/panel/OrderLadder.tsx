import type { Order } from '../../../src-shared/orders/orders.ts'
import { ordersWords } from '../../../src-shared/orders/orders.words.ts'
import { Ladder } from '../../design/Ladder.tsx'
import type { Rung } from '../../design/ladder.ts'
import { useWords } from '../../design/language.tsx'
import { PanelPart } from '../../design/SidePanel.tsx'
import classes from './panel.module.css'

type Words = (typeof ordersWords)['id']

/** Tangga laba of one order. A channel's fees are never guessed: until its settlement they are a line that says so. */
export function OrderLadder({ order }: { order: Order }) {
  const w = useWords(ordersWords)
  const feesAreUnknown = order.channel !== 'own' && order.ladder.channelFees === null
  return (
    <PanelPart title={w.ladder}>
      <Ladder rungs={salesRungs(order, w)} />
      {order.isHistory ? <p className="quiet small">{w.historyNote}</p> : null}
      {!order.isHistory && feesAreUnknown && (
        <div className={classes.line}>
          <span>{w.channelFees}</span>
          <i>{w.feesWait}</i>
        </div>
      )}
      {!order.isHistory && <Ladder rungs={profitRungs(order, w, feesAreUnknown)} />}
    </PanelPart>
  )
}

const step = (id: string, label: string, amount: number): Rung[] =>
  amount === 0 ? [] : [{ id, label, kind: 'step', amount }]
const cut = (id: string, label: string, amount: number) => step(id, label, -amount)

const salesRungs = ({ ladder }: Order, w: Words): Rung[] => [
  { id: 'gross', label: w.grossSales, kind: 'start', amount: ladder.grossSales },
  ...cut('discount', w.sellerDiscount, ladder.sellerDiscount),
  ...cut('voucher', w.sellerVoucher, ladder.sellerVoucher),
  ...cut('returned', w.returned, ladder.returned),
  { id: 'net', label: w.netSales, kind: 'subtotal', amount: ladder.netSales },
]

function profitRungs({ ladder }: Order, w: Words, feesAreUnknown: boolean): Rung[] {
  const remark = ladder.costIncomplete ? w.costIncomplete : ladder.costIsEstimate ? w.costEstimate : undefined
  const note = ladder.costIncomplete ? w.costIncomplete : ladder.isEstimate ? w.estimate : undefined
  return [
    ...step('shipping', w.shippingPaid, ladder.shippingPaid),
    ...(ladder.channelFees === null ? [] : cut('fees', w.channelFees, ladder.channelFees)),
    {
      id: 'cost',
      label: w.costOfGoods,
      kind: 'step',
      amount: -ladder.costOfGoods,
      ...(remark ? { note: remark } : {}),
    },
    ...cut('losses', w.losses, ladder.losses),
    ...step('other', w.otherIncome, ladder.otherIncome),
    {
      id: 'profit',
      label: feesAreUnknown ? w.profitBeforeFees : w.profit,
      kind: 'total',
      amount: ladder.profit,
      ...(note ? { note } : {}),
    },
  ]
}

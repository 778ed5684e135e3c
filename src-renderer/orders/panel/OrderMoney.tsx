import { channelWords } from '../../../src-shared/app/parts.words.ts'
import { type Order, PaymentKind } from '../../../src-shared/orders/orders.ts'
import { ordersWords } from '../../../src-shared/orders/orders.words.ts'
import { KeyValueRows } from '../../design/KeyValueRows.tsx'
import { useWords } from '../../design/language.tsx'
import { MoneyText } from '../../design/MoneyText.tsx'
import { PanelPart } from '../../design/SidePanel.tsx'

/** Every amount of the order under the channel's own name for it, and what the buyer paid in all. */
export function OrderMoney({ order }: { order: Order }) {
  const w = useWords(ordersWords)
  const channels = useWords(channelWords)
  const payment = PaymentKind.safeParse(order.paymentMethod)
  const method = payment.success ? w[payment.data] : order.paymentMethod
  return (
    <PanelPart title={order.channel === 'own' ? w.ownMoney : w.money(channels[order.channel])} aside={method}>
      {order.money.length === 0 && <p className="quiet small">{w.noMoneyLines}</p>}
      <KeyValueRows
        rows={[
          ...order.money.map(({ name, amount }, index) => ({
            key: `${index}-${name}`,
            label: name,
            value: <MoneyText amount={amount} />,
          })),
          { key: 'paid', label: w.buyerPaid, value: <MoneyText amount={order.buyerPayment} />, kind: 'sum' as const },
        ]}
      />
    </PanelPart>
  )
}

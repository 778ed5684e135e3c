import { Flex, Text } from '@mantine/core'
import { formatDay } from '../../../src-shared/kernel/business-day.ts'
import { formatRupiah } from '../../../src-shared/kernel/rupiah.ts'
import { afterFees, type LadderLine, type Order } from '../../../src-shared/orders/orders.ts'
import { ordersWords } from '../../../src-shared/orders/orders.words.ts'
import { settlementsWords } from '../../../src-shared/settlements/settlements.words.ts'
import { KeyValueRows } from '../../design/KeyValueRows.tsx'
import { Ladder } from '../../design/Ladder.tsx'
import type { Rung } from '../../design/ladder.ts'
import { useLocale, useWords } from '../../design/language.tsx'
import { MoneyText } from '../../design/MoneyText.tsx'
import { PanelPart } from '../../design/SidePanel.tsx'

type Words = (typeof ordersWords)['id']

/**
 * Tangga laba of one order. Until its settlement a channel's fees stand as its rates foretell them, in italics, or as a line that waits
 * where no rate says; then each stands under the channel's own name, with what was expected of it and why it differs.
 */
export function OrderLadder({ order }: { order: Order }) {
  const w = useWords(ordersWords)
  const say = useWords(settlementsWords)
  const { channelFees, expectedFees } = order.ladder
  const feesAreUnknown = order.channel !== 'own' && channelFees === null && expectedFees === null
  return (
    <PanelPart title={w.ladder}>
      <Ladder rungs={salesRungs(order, w)} />
      {order.isHistory ? <p className="quiet small">{w.historyNote}</p> : null}
      {!order.isHistory && feesAreUnknown && (
        <Flex gap={12} align="baseline" justify="space-between" mih={22} p="1px 0" className="quiet">
          <span>{w.channelFees}</span>
          <Text span inherit c="var(--lb-soga)">
            {w.feesWait}
          </Text>
        </Flex>
      )}
      {!order.isHistory && <Ladder rungs={profitRungs(order, w, say, feesAreUnknown)} />}
      {expectedFees !== null && <p className="quiet small">{w.feesForetoldHow}</p>}
      <ReleasedOfOrder order={order} />
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

function profitRungs({ ladder }: Order, w: Words, say: Say, feesAreUnknown: boolean): Rung[] {
  const remark = ladder.costIncomplete ? w.costIncomplete : ladder.costIsEstimate ? w.costEstimate : undefined
  const note = ladder.costIncomplete ? w.costIncomplete : ladder.isEstimate ? w.estimate : undefined
  return [
    ...step('shipping', w.shippingPaid, ladder.shippingPaid),
    ...feeRungs(ladder, w, say),
    ...foretoldRungs(ladder, w),
    {
      id: 'cost',
      label: w.costOfGoods,
      kind: 'step',
      amount: -ladder.costOfGoods,
      ...(remark ? { note: remark } : {}),
    },
    ...cut('losses', w.losses, ladder.losses),
    ...step('other', w.otherIncome, ladder.otherIncome - sumOf(ladder.lines.filter(isIncome))),
    {
      id: 'profit',
      label: ladder.expectedFees !== null ? w.profitAfterForetold : feesAreUnknown ? w.profitBeforeFees : w.profit,
      kind: 'total',
      amount: afterFees(ladder.profit, ladder.expectedFees),
      isEstimate: ladder.expectedFees !== null,
      ...(note ? { note } : {}),
    },
  ]
}

type Say = (typeof settlementsWords)['id']

const isFee = ({ account }: LadderLine) => account.startsWith('61')
const isIncome = ({ account }: LadderLine) => account.startsWith('4')
const sumOf = (lines: readonly LadderLine[]) => lines.reduce((total, { actual }) => total + (actual ?? 0), 0)

/** Each fee by its name; what the books hold beside the names, above all fees recorded by hand, as one rung. */
function feeRungs({ lines, channelFees }: Order['ladder'], w: Words, say: Say): Rung[] {
  const named = lines.filter((line) => line.actual !== null && (isFee(line) || isIncome(line)))
  const rest = (channelFees ?? 0) + sumOf(named.filter(isFee))
  return [
    ...named.map(
      (line): Rung => ({
        id: `fee/${line.name}`,
        label: line.name || w.unnamedFee,
        kind: 'step',
        amount: line.actual ?? 0,
        ...noteOf(line, w, say),
      }),
    ),
    ...(channelFees === null ? [] : cut('fees', w.channelFees, rest)),
  ]
}

/** What its rates say that the channel will keep, beside whatever it set right already. */
const foretoldRungs = ({ lines, expectedFees }: Order['ladder'], w: Words): Rung[] =>
  expectedFees === null
    ? []
    : lines
        .filter(({ estimated }) => estimated !== null)
        .map(({ name, estimated }) => ({
          id: `foretold/${name}`,
          label: name,
          kind: 'step',
          amount: estimated ?? 0,
          note: w.estimate,
          isEstimate: true,
        }))

/** What was expected of a fee, and why it is another amount. */
function noteOf({ estimated, actual, cause }: LadderLine, w: Words, say: Say): Pick<Rung, 'note'> {
  const parts = [
    ...(estimated !== null && estimated !== actual ? [w.expected(formatRupiah(estimated))] : []),
    ...(cause ? [say.cause(cause)] : []),
  ]
  return parts.length > 0 ? { note: parts.join(', ') } : {}
}

/** What the channel released, when, and whether that is all; tax it withheld and ads it topped up are no cost of the order. */
function ReleasedOfOrder({ order: { ladder } }: { order: Order }) {
  const w = useWords(ordersWords)
  const say = useWords(settlementsWords)
  const { language } = useLocale()
  const aside = ladder.lines.filter((line) => !isFee(line) && !isIncome(line) && line.actual)
  if (ladder.releases.length === 0) return null
  return (
    <>
      <KeyValueRows
        rows={[
          ...aside.map((line) => ({
            key: line.name,
            label: `${line.name} (${say.meaning(line.meaning)})`,
            value: <MoneyText amount={line.actual ?? 0} />,
          })),
          ...ladder.releases.map(({ releasedOn, released, kind, description }, index) => ({
            key: `${index}`,
            label: `${kind === 'order' ? w.releasedOn : description || w.adjusted} ${formatDay(releasedOn, language)}`,
            value: <MoneyText amount={released} isStrong />,
          })),
        ]}
      />
      <p className="quiet small">{ladder.isFinal ? w.isFinal : w.isNotFinal}</p>
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { formatMoment, type Language, type Zone } from '../../../src-shared/kernel/business-day.ts'
import { formatRupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Account } from '../../../src-shared/ledger/ledger.ts'
import { type Order, PaymentKind, type SaleFact } from '../../../src-shared/orders/orders.ts'
import { ordersWords } from '../../../src-shared/orders/orders.words.ts'
import { api } from '../../base/api.ts'
import { useLocale, useWords } from '../../design/language.tsx'
import { PanelPart } from '../../design/SidePanel.tsx'
import { Timeline } from '../../design/Timeline.tsx'

/** What was corrected of an own sale: when, by whom, and what stood there before. */
export function OrderChanges({ order }: { order: Order }) {
  const w = useWords(ordersWords)
  const { language, zone } = useLocale()
  const { data: accounts = [] } = useQuery(api.ledger.accounts.queryOptions({ enabled: order.changes.length > 0 }))
  if (order.changes.length === 0) return null
  const said = (fact: SaleFact, value: string) => shown(fact, value, { words: w, accounts, language, zone })
  return (
    <PanelPart title={w.changes}>
      <Timeline
        label={w.changes}
        steps={order.changes.map(({ at, actor, fact, line, was, is }, index) => ({
          id: `${index}`,
          when: formatMoment(at, zone, language),
          what: w.doneBy(
            w.changedFact(
              (fact === 'price' || fact === 'pieces') && order.lines.length > 1
                ? `${w.saleFact(fact)} ${order.lines.find((each) => each.line === line)?.productName ?? ''}`
                : w.saleFact(fact),
              said(fact, was),
              said(fact, is),
            ),
            actor,
          ),
          state: 'done' as const,
        }))}
      />
    </PanelPart>
  )
}

interface Speech {
  words: (typeof ordersWords)['id']
  accounts: readonly Account[]
  language: Language
  zone: Zone
}

/** A fact as people read it: amounts as money, moments as days, wallets by name. */
function shown(fact: SaleFact, value: string, { words, accounts, language, zone }: Speech): string {
  if (fact === 'paidInto')
    return value === '' ? words.usualWallet : (accounts.find(({ code }) => code === value)?.name ?? value)
  if (value === '') return words.nothingThere
  switch (fact) {
    case 'price':
    case 'discount':
    case 'shippingPaid':
      return formatRupiah(Number(value))
    case 'soldAt':
    case 'shipBy':
      return formatMoment(Number(value), zone, language)
    case 'payment':
      return words[PaymentKind.parse(value)]
    default:
      return value
  }
}

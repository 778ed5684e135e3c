import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Ref } from 'react'
import { type BusinessDay, businessDay } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { PAYMENT_ACCOUNT, PaymentKind } from '../../../src-shared/orders/orders.ts'
import { ordersWords, ownSaleWords } from '../../../src-shared/orders/orders.words.ts'
import { api } from '../../base/api.ts'
import { useSettings } from '../../base/use-settings.ts'
import { clockNow } from '../../design/clock.ts'
import { DayField } from '../../design/fields/DayField.tsx'
import { RupiahField } from '../../design/fields/RupiahField.tsx'
import { useLocale, useWords } from '../../design/language.tsx'

/** All kinds of payment at once, also on a low screen: nine lines need no scrolling. */
const ALL_KINDS_HEIGHT = 300

export interface SalePayment {
  payment: PaymentKind
  /** Null: where its kind of payment goes. */
  paidInto: AccountCode | null
  /** Null while what is typed is no amount. */
  discount: Rupiah | null
  /** Null is today. */
  soldOn: BusinessDay | null
}

export interface PaymentFieldsProps {
  value: SalePayment
  onChange: (change: Partial<SalePayment>) => void
  paymentField?: Ref<HTMLInputElement>
  discountError?: string | undefined
}

/** How a sale is paid and into which wallet, what is taken off it, and on which day it was. */
export function PaymentFields({ value, onChange, paymentField, discountError }: PaymentFieldsProps) {
  const w = useWords(ownSaleWords)
  const kinds = useWords(ordersWords)
  const { zone } = useLocale()
  const settings = useSettings()
  const { data: accounts = [] } = useQuery(api.ledger.accounts.queryOptions())
  const today = businessDay(clockNow(), zone)
  const wallets = accounts.filter(
    ({ book, roles }) => book === 'usaha' && roles.includes('wallet') && !roles.includes('channel balance'),
  )
  const usual = PAYMENT_ACCOUNT[value.payment]
  return (
    <div className="pair">
      <Select
        ref={paymentField}
        label={w.payment}
        allowDeselect={false}
        maxDropdownHeight={ALL_KINDS_HEIGHT}
        styles={{ option: { paddingBlock: 3 } }}
        data={PaymentKind.options.map((kind) => ({ value: kind, label: kinds[kind] }))}
        value={value.payment}
        onChange={(kind) => onChange({ payment: PaymentKind.parse(kind), paidInto: null })}
      />
      {wallets.some(({ code }) => code === usual) ? (
        <Select
          label={w.paidInto}
          allowDeselect={false}
          data={wallets.map(({ code, name }) => ({ value: code, label: name }))}
          value={value.paidInto ?? usual}
          onChange={(code) => onChange({ paidInto: code === usual ? null : AccountCode.parse(code) })}
        />
      ) : (
        <p className="quiet small">
          {accounts.length > 0 && w.waitsIn(accounts.find(({ code }) => code === usual)?.name ?? usual)}
        </p>
      )}
      <RupiahField
        label={w.discount}
        value={value.discount}
        error={discountError}
        onChange={(amount, isReadable) => onChange({ discount: isReadable ? (amount ?? 0) : null })}
      />
      <DayField
        label={w.soldOn}
        value={value.soldOn ?? today}
        {...(settings ? { earliest: settings.startDay } : {})}
        latest={today}
        onChange={(day) => day !== null && onChange({ soldOn: day === today ? null : day })}
      />
    </div>
  )
}

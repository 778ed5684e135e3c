import { Textarea, TextInput } from '@mantine/core'
import type { ClipboardEvent } from 'react'
import { businessDay, startOfDay } from '../../../src-shared/kernel/business-day.ts'
import { ownSaleWords } from '../../../src-shared/orders/orders.words.ts'
import { DayField } from '../../design/fields/DayField.tsx'
import { RupiahField } from '../../design/fields/RupiahField.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { type BuyerFields, buyerPasted } from './pasting.ts'
import type { ShipTo } from './sale-form.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

export interface ShipFieldsProps {
  value: ShipTo
  onChange: (value: ShipTo) => void
  /** An address block pasted into any of these fields, taken apart. */
  onBuyer: (fields: Partial<BuyerFields>) => void
  addressError?: string | undefined
  /** A sale is opened again for its No. Resi more often than for anything else. */
  startsAtWaybill?: boolean
}

/** Where a parcel goes. A deadline is the last minute of its day. */
export function ShipFields({ value, onChange, onBuyer, addressError, startsAtWaybill = false }: ShipFieldsProps) {
  const w = useWords(ownSaleWords)
  const { zone } = useLocale()
  const onPaste = (event: ClipboardEvent) => {
    const fields = buyerPasted(event)
    if (fields) onBuyer(fields)
  }
  const text = (key: 'phone' | 'city' | 'province' | 'courier' | 'trackingNumber', label: string, most: number) => (
    <TextInput
      label={label}
      value={value[key]}
      maxLength={most}
      autoComplete="off"
      data-autofocus={(startsAtWaybill && key === 'trackingNumber') || undefined}
      onPaste={onPaste}
      onChange={(event) => onChange({ ...value, [key]: event.currentTarget.value })}
    />
  )
  return (
    <div className="pair">
      <Textarea
        className="across"
        label={w.address}
        description={w.addressHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={value.address}
        maxLength={500}
        autosize
        minRows={1}
        maxRows={4}
        autoComplete="off"
        error={addressError}
        onPaste={onPaste}
        onChange={(event) => onChange({ ...value, address: event.currentTarget.value.replace(/\s*\n\s*/g, ' ') })}
      />
      {text('city', w.city, 80)}
      {text('province', w.province, 80)}
      {text('phone', w.phone, 30)}
      {text('courier', w.courier, 60)}
      {text('trackingNumber', w.tracking, 40)}
      <RupiahField
        label={w.shippingPaid}
        value={value.shippingPaid}
        onChange={(amount) => onChange({ ...value, shippingPaid: amount ?? 0 })}
      />
      <DayField
        label={w.shipBy}
        value={value.shipBy === null ? null : businessDay(value.shipBy, zone)}
        isClearable
        onChange={(day) =>
          onChange({ ...value, shipBy: day === null ? null : startOfDay(day, zone) + DAY_MS - MINUTE_MS })
        }
      />
    </div>
  )
}

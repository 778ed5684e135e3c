import { TextInput } from '@mantine/core'
import { businessDay, startOfDay } from '../../../src-shared/kernel/business-day.ts'
import { ownSaleWords } from '../../../src-shared/orders/orders.words.ts'
import { DayField } from '../../design/fields/DayField.tsx'
import { RupiahField } from '../../design/fields/RupiahField.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import classes from './own-sale.module.css'
import type { ShipTo } from './sale-form.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

export interface ShipFieldsProps {
  value: ShipTo
  onChange: (value: ShipTo) => void
  addressError?: string | undefined
}

/** Where a parcel goes. A deadline is the last minute of its day. */
export function ShipFields({ value, onChange, addressError }: ShipFieldsProps) {
  const w = useWords(ownSaleWords)
  const { zone } = useLocale()
  const text = (
    key: 'phone' | 'address' | 'city' | 'province' | 'courier' | 'trackingNumber',
    label: string,
    most: number,
  ) => (
    <TextInput
      label={label}
      value={value[key]}
      maxLength={most}
      autoComplete="off"
      error={key === 'address' ? addressError : undefined}
      onChange={(event) => onChange({ ...value, [key]: event.currentTarget.value })}
    />
  )
  return (
    <div className="pair">
      <div className={classes.wide}>{text('address', w.address, 500)}</div>
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

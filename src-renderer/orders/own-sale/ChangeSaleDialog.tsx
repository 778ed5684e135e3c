import { Flex, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatNumber, formatRupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Order, OrderLine } from '../../../src-shared/orders/orders.ts'
import { ownSaleWords } from '../../../src-shared/orders/orders.words.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Dialog } from '../../design/Dialog.tsx'
import { RupiahField } from '../../design/fields/RupiahField.tsx'
import { GoodsName } from '../../design/goods/GoodsName.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useLocale, useWords } from '../../design/language.tsx'
import { MoneyText } from '../../design/MoneyText.tsx'
import { showToast } from '../../design/toast.tsx'
import { BuyerField } from './BuyerField.tsx'
import { type ChangeForm, changedTotal, changeOf, formOf, withBuyerFields, wrongIn } from './change-form.ts'
import classes from './own-sale.module.css'
import { PaymentFields } from './PaymentFields.tsx'
import { ShipFields } from './ShipFields.tsx'

export interface ChangeSaleDialogProps {
  order: Order
  onClose: () => void
}

/** Corrects an own sale: resi, address and courier, prices, discount, payment and day. What stood stays to be seen in its panel. */
export function ChangeSaleDialog({ order, onClose }: ChangeSaleDialogProps) {
  const w = useWords(ownSaleWords)
  const { zone } = useLocale()
  const [form, setForm] = useState(() => formOf(order, zone))
  const [wrong, setWrong] = useState<ReturnType<typeof wrongIn>>(null)
  const change = (next: ChangeForm) => {
    setForm(next)
    if (wrong) setWrong(wrongIn(next))
  }
  const save = useMutation(
    api.orders.changeOwnSale.mutationOptions({
      onSuccess: (changed) => {
        showToast({
          text: isLabelOld(order, changed) ? w.changedReprint(changed.number) : w.changed(changed.number),
        })
        onClose()
      },
    }),
  )
  const store = () => {
    setWrong(wrongIn(form))
    if (!wrongIn(form)) save.mutate(changeOf(order, form, Date.now(), zone))
  }
  return (
    <Dialog
      title={w.changeTitle(order.number)}
      isOpen
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Flex component="span" align="baseline" gap={10} mr="auto" role="status">
            {changedTotal(form) !== order.buyerPayment && (
              <span className="quiet">{w.before(formatRupiah(order.buyerPayment))}</span>
            )}
            <span className={classes.totalAmount}>{formatRupiah(changedTotal(form))}</span>
          </Flex>
          <ActionButton
            label={w.saveChange}
            busyLabel={w.saving}
            isBusy={save.isPending}
            kind="primary"
            shortcut={standingShortcuts.save}
            onAct={store}
          />
        </>
      }
    >
      <Stack gap={12}>
        <BuyerField value={form.buyerName} onChange={(buyer) => change(withBuyerFields(form, buyer))} />
        <ShipFields
          value={form.shipTo}
          onChange={(shipTo) => change({ ...form, shipTo })}
          onBuyer={(buyer) => change(withBuyerFields(form, buyer))}
          startsAtWaybill
        />
        <ul aria-label={w.lines}>
          {order.lines.map((line, index) => (
            <PriceRow
              key={line.line}
              line={line}
              price={form.prices[index]!.price}
              error={wrong === 'price' && form.prices[index]!.price === null ? w.priceNeeded : undefined}
              onChange={(price) =>
                change({
                  ...form,
                  prices: form.prices.map((each, at) => (at === index ? { ...each, price } : each)),
                })
              }
            />
          ))}
        </ul>
        <PaymentFields
          value={form}
          onChange={(payment) => change({ ...form, ...payment })}
          discountError={wrong === 'discount' ? w.discountTooLarge : undefined}
        />
        <TextInput
          label={w.note}
          value={form.note}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => change({ ...form, note: event.currentTarget.value })}
        />
        <p className="quiet small">{w.changeHelp}</p>
        <RefusalNotice error={save.error} />
      </Stack>
    </Dialog>
  )
}

interface PriceRowProps {
  line: OrderLine
  price: number | null
  error: string | undefined
  onChange: (price: number | null) => void
}

function PriceRow({ line, price, error, onChange }: PriceRowProps) {
  const w = useWords(ownSaleWords)
  return (
    <li className={classes.priceLine}>
      <GoodsName goods={line.goodsName} layout="stacked" />
      <span className={classes.lineSum}>{w.times(formatNumber(line.pieces))}</span>
      <RupiahField
        label={w.price(line.productName)}
        isLabelHidden
        value={price}
        onChange={onChange}
        {...(error ? { error } : {})}
      />
      <span className={classes.lineSum}>
        <MoneyText amount={line.pieces * (price ?? 0)} />
      </span>
    </li>
  )
}

/** A printed label says what its sale said then. */
const isLabelOld = (before: Order, after: Order): boolean =>
  (before.state === 'printed' || before.state === 'packed') &&
  JSON.stringify([before.recipient, before.courier, before.trackingNumber, before.buyerNote, before.buyerPayment]) !==
    JSON.stringify([after.recipient, after.courier, after.trackingNumber, after.buyerNote, after.buyerPayment])

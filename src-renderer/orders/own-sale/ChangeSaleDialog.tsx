import { Box, Flex, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatRupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Order } from '../../../src-shared/orders/orders.ts'
import { ownSaleWords } from '../../../src-shared/orders/orders.words.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { VariantFinder } from '../../catalog/VariantFinder.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Columns } from '../../design/Columns.tsx'
import { clockNow } from '../../design/clock.ts'
import { Dialog } from '../../design/Dialog.tsx'
import { RupiahField } from '../../design/fields/RupiahField.tsx'
import { GoodsName } from '../../design/goods/GoodsName.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { RemoveButton } from '../../design/IconButton.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { MoneyText } from '../../design/MoneyText.tsx'
import { showToast } from '../../design/toast.tsx'
import { BuyerField } from './BuyerField.tsx'
import {
  type ChangeForm,
  type ChangeLine,
  changedTotal,
  changeOf,
  formOf,
  withBuyerFields,
  withGoodsAdded,
  wrongIn,
} from './change-form.ts'
import { PaymentFields } from './PaymentFields.tsx'
import { QuantityField } from './QuantityField.tsx'
import { SALE_COLUMNS } from './SaleLines.tsx'
import { ShipFields } from './ShipFields.tsx'

export interface ChangeSaleDialogProps {
  order: Order
  onClose: () => void
}

/** Corrects an own sale: resi, address and courier, goods, pieces and prices, discount, payment and day. What stood stays to be seen in its panel. */
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
    if (!wrongIn(form)) save.mutate(changeOf(order, form, clockNow(), zone))
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
            <Box component="span" fz={19} className="serif">
              {formatRupiah(changedTotal(form))}
            </Box>
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
          {form.lines.map((line) => (
            <ChangeRow
              key={line.line ?? line.variantId}
              line={line}
              isMissing={wrong === 'lines' && line.price === null}
              onChange={(next) =>
                change({ ...form, lines: form.lines.map((each) => (each === line ? { ...each, ...next } : each)) })
              }
              onRemove={() => change({ ...form, lines: form.lines.filter((each) => each !== line) })}
            />
          ))}
        </ul>
        <VariantFinder
          label={w.addGoods}
          help={w.goodsHelp}
          hint={w.goodsHint}
          isForSale
          onTake={(goods, pieces) => change(withGoodsAdded(form, goods, pieces))}
          error={wrong === 'goods' ? w.goodsGone : undefined}
        />
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

interface ChangeRowProps {
  line: ChangeLine
  isMissing: boolean
  onChange: (next: Pick<ChangeLine, 'pieces'> | Pick<ChangeLine, 'price'>) => void
  onRemove: () => void
}

function ChangeRow({ line, isMissing, onChange, onRemove }: ChangeRowProps) {
  const w = useWords(ownSaleWords)
  const { goodsName, label, pieces, price } = line
  return (
    <Columns component="li" of={SALE_COLUMNS} gap={8} align="start" p="6px 0" className="line-below">
      <GoodsName goods={goodsName} layout="stacked" />
      <QuantityField label={w.quantity(label)} value={pieces} onChange={(pieces) => onChange({ pieces })} />
      <RupiahField
        label={w.price(label)}
        isLabelHidden
        value={price}
        onChange={(price) => onChange({ price })}
        {...(isMissing ? { error: w.priceNeeded } : {})}
      />
      <Box component="span" lh="34px" className="right">
        <MoneyText amount={(pieces ?? 0) * (price ?? 0)} />
      </Box>
      <RemoveButton label={w.remove(label)} onAct={onRemove} />
    </Columns>
  )
}

/** A printed label says what its sale said then. */
const isLabelOld = (before: Order, after: Order): boolean =>
  (before.state === 'printed' || before.state === 'packed') && onLabel(before) !== onLabel(after)

const onLabel = ({ recipient, courier, trackingNumber, buyerNote, buyerPayment, lines }: Order) =>
  JSON.stringify([
    recipient,
    courier,
    trackingNumber,
    buyerNote,
    buyerPayment,
    lines.map((line) => [line.variant?.id, line.pieces]),
  ])

import { Box, Flex, Stack, Switch, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { formatNumber, formatRupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Order } from '../../../src-shared/orders/orders.ts'
import { ownSaleWords } from '../../../src-shared/orders/orders.words.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { VariantFinder } from '../../catalog/VariantFinder.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { clockNow } from '../../design/clock.ts'
import { Dialog } from '../../design/Dialog.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useLocale, useWords } from '../../design/language.tsx'
import { showToast } from '../../design/toast.tsx'
import { BuyerField } from './BuyerField.tsx'
import { PaymentFields } from './PaymentFields.tsx'
import { SaleLines } from './SaleLines.tsx'
import { ShipFields } from './ShipFields.tsx'
import {
  asDraft,
  emptySale,
  type Missing,
  missingIn,
  NO_ADDRESS,
  salePieces,
  saleTotal,
  withBuyer,
  withGoods,
  withLine,
  withoutLine,
} from './sale-form.ts'

/** A sale that was left half filled in waits here, so that Esc never costs anything and needs no question. */
let halfFilled = emptySale()

export interface OwnSaleDialogProps {
  onClose: () => void
  onSaved: (order: Order) => void
}

/** Pesanan Manual: goods, price, payment, buyer; an address only when a parcel is sent. */
export function OwnSaleDialog({ onClose, onSaved }: OwnSaleDialogProps) {
  const w = useWords(ownSaleWords)
  const { zone } = useLocale()
  const [form, setForm] = useState(halfFilled)
  const [missing, setMissing] = useState<Missing | null>(null)
  const payment = useRef<HTMLInputElement>(null)
  const change = (next: typeof form) => {
    halfFilled = next
    setForm(next)
    if (missing) setMissing(missingIn(next))
  }
  const undo = useMutation(api.orders.cancelOwnSale.mutationOptions())
  const save = useMutation(
    api.orders.recordOwnSale.mutationOptions({
      onSuccess: (order) => {
        halfFilled = emptySale()
        showToast({
          text: w.saved(order.number, formatRupiah(order.buyerPayment)),
          undo: () => undo.mutate({ id: order.id, reason: w.undoReason }),
        })
        onSaved(order)
      },
    }),
  )
  const store = () => {
    const draft = asDraft(form, clockNow(), zone)
    setMissing(missingIn(form))
    if (draft) save.mutate(draft)
  }
  const leave = () => {
    if (form.lines.length > 0) showToast({ text: w.kept })
    onClose()
  }
  return (
    <Dialog
      title={w.title}
      isOpen
      width="wide"
      onClose={leave}
      actions={
        <>
          <Flex component="span" align="baseline" gap={10} mr="auto" role="status">
            <span className="quiet">{w.totalPieces(formatNumber(salePieces(form)))}</span>
            <Box component="span" fz={19} className="serif">
              {formatRupiah(saleTotal(form))}
            </Box>
          </Flex>
          {form.lines.length > 0 && <ActionButton label={w.startOver} kind="quiet" onAct={() => change(emptySale())} />}
          <ActionButton
            label={w.save}
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
        <VariantFinder
          label={w.goods}
          help={w.goodsHelp}
          hint={w.goodsHint}
          isForSale
          isFirst
          onTake={(goods, pieces) => change(withGoods(form, goods, pieces))}
          onEmptyEnter={() => payment.current?.focus()}
          error={missing === 'goods' ? w.goodsNeeded : undefined}
        />
        <SaleLines
          lines={form.lines}
          onChange={(id, line) => change(withLine(form, id, line))}
          onRemove={(id) => change(withoutLine(form, id))}
        />
        <PaymentFields
          value={form}
          onChange={(payment) => change({ ...form, ...payment })}
          paymentField={payment}
          discountError={missing === 'discount' ? w.discountTooLarge : undefined}
        />
        <BuyerField
          value={form.buyerName}
          hint={form.shipTo ? w.buyerPasteHint : w.buyerHint}
          error={missing === 'recipient' ? w.recipientNeeded : undefined}
          onChange={(buyer) => change(withBuyer(form, buyer))}
        />
        <Switch
          label={w.sendParcel}
          description={form.shipTo ? undefined : w.sendParcelHelp}
          checked={form.shipTo !== null}
          onChange={(event) => change({ ...form, shipTo: event.currentTarget.checked ? NO_ADDRESS : null })}
        />
        {form.shipTo && (
          <ShipFields
            value={form.shipTo}
            onChange={(shipTo) => change({ ...form, shipTo })}
            onBuyer={(buyer) => change(withBuyer(form, buyer))}
            addressError={missing === 'address' ? w.addressNeeded : undefined}
          />
        )}
        <TextInput
          label={w.note}
          value={form.note}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => change({ ...form, note: event.currentTarget.value })}
        />
        <RefusalNotice error={save.error ?? undo.error} />
      </Stack>
    </Dialog>
  )
}

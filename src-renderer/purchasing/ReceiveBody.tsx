import { Box } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { businessDay } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { purchasesWords } from '../../src-shared/purchasing/purchases.words.ts'
import { api, client } from '../base/api.ts'
import { DatedRefusal } from '../base/DatedRefusal.tsx'
import { Page } from '../base/Page.tsx'
import { VariantFinder } from '../catalog/VariantFinder.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { clockNow } from '../design/clock.ts'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { goToPlace } from '../design/table/CellField.tsx'
import { showToast } from '../design/toast.tsx'
import { startingGoods, usePurchaseAddress } from './purchase-address.ts'
import { ReceiveLines } from './ReceiveLines.tsx'
import { ReceiveSide } from './ReceiveSide.tsx'
import {
  asPurchase,
  emptyReceipt,
  type ReceiptMissing,
  type ReceiveForm,
  receiptMissing,
  receiptSums,
  withoutReceiveLine,
  withReceived,
  withReceiveLine,
} from './receive-form.ts'

export interface ReceiveBodyProps {
  start: ReceiveForm
  title: string
  isCorrection: boolean
  /** Keeps what is filled in while the page is left; null once it is saved. */
  onKeep: (form: ReceiveForm | null) => void
}

/** Supplier, goods line by line, payment; Enter goes on from field to field and Ctrl+Enter saves. */
export function ReceiveBody({ start, title, isCorrection, onKeep }: ReceiveBodyProps) {
  const w = useWords(purchasesWords)
  const { zone } = useLocale()
  const { address, change: goTo } = usePurchaseAddress()
  const [form, setForm] = useState(start)
  const [missing, setMissing] = useState<ReceiptMissing | null>(null)
  const finder = useRef<HTMLInputElement>(null)
  const sums = receiptSums(form)
  // scans may come faster than the page is drawn, so each adds to the newest form
  const newest = useRef(form)
  const change = (next: ReceiveForm) => {
    newest.current = next
    setForm(next)
    onKeep(next)
    if (missing) setMissing(receiptMissing(next))
  }
  useStartingGoods(address.sku, newest, change)

  const undo = useMutation(api.purchasing.cancel.mutationOptions())
  const save = useMutation(
    api.purchasing.receive.mutationOptions({
      onSuccess: ({ id, number, pieces }) => {
        onKeep(null)
        showToast({
          text: w.saved(number, formatNumber(pieces)),
          ...(isCorrection ? {} : { undo: () => undo.mutate({ id, reason: w.undoReason }) }),
        })
        goTo({ form: null, id, sku: null })
      },
    }),
  )
  const store = () => {
    const lacks = receiptMissing(form)
    setMissing(lacks)
    if (!lacks) return save.mutate(asPurchase(form))
    if (lacks.what === 'supplier') goToPlace('supplier')
    else if (lacks.what === 'lines') finder.current?.focus()
    else if (lacks.what === 'line') goToPlace(`price/${lacks.line.variantId}`)
  }
  const leave = () => {
    if (!isCorrection && form.lines.length > 0) showToast({ text: w.kept })
    goTo({ form: null, sku: null })
  }
  useHotkey(standingShortcuts.back, leave, { label: w.back, inFields: true })
  const toFinder = () => finder.current?.focus()
  return (
    <Page
      title={title}
      layout="flush"
      actions={
        <ActionButton
          label={w.back}
          icon={IconArrowLeft}
          shortcut={standingShortcuts.back}
          listens={false}
          onAct={leave}
        />
      }
      sidePanel={
        <ReceiveSide
          form={form}
          sums={sums}
          missing={missing}
          onChange={change}
          onSupplierDone={toFinder}
          error={
            <DatedRefusal
              error={save.error ?? undo.error}
              onDay={(day) => {
                save.reset()
                change({ ...form, day })
              }}
            />
          }
          actions={
            <>
              {!isCorrection && form.lines.length > 0 && (
                <ActionButton label={w.startOver} onAct={() => change(emptyReceipt(businessDay(clockNow(), zone)))} />
              )}
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
        />
      }
    >
      <Box p="12px 14px 10px 20px">
        <VariantFinder
          label={w.addGoods}
          help={w.addGoodsHelp}
          fieldRef={finder}
          error={missing?.what === 'lines' ? w.linesNeeded : undefined}
          onEmptyEnter={() => document.querySelector<HTMLInputElement>('[data-holds="extraCost"] input')?.focus()}
          onTake={(variant, pieces, by) => {
            change(withReceived(newest.current, variant, pieces))
            if (by !== 'scan') goToPlace(by === 'quantity' ? `price/${variant.id}` : `quantity/${variant.id}`)
          }}
        />
      </Box>
      <ReceiveLines
        form={form}
        sums={sums}
        missing={missing}
        onLine={(id, line) => change(withReceiveLine(form, id, line))}
        onRemove={(id) => {
          change(withoutReceiveLine(form, id))
          toFinder()
        }}
        onLineDone={toFinder}
      />
    </Page>
  )
}

/** Terima Barang opened for some SKUs begins with these. */
function useStartingGoods(sku: string | null, newest: RefObject<ReceiveForm>, change: (form: ReceiveForm) => void) {
  const asked = useRef<string | null>(null)
  useEffect(() => {
    if (sku === null || asked.current === sku) return
    asked.current = sku
    const goods = startingGoods(sku)
    const isThere = (variantId: string) => newest.current.lines.some((line) => line.variantId === variantId)
    const lacking = goods.filter(({ variantId }) => !isThere(variantId))
    void Promise.all(
      lacking.map(async ({ variantId, pieces }) => {
        const { sku } = await client.inventory.level({ variantId })
        return { variant: await client.catalog.variants.byCode({ code: sku }), pieces }
      }),
    ).then((found) => {
      let form = newest.current
      for (const { variant, pieces } of found) if (variant) form = withReceived(form, variant, pieces)
      if (form !== newest.current) change(form)
    })
  })
}

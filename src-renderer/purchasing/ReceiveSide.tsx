import { Autocomplete, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { KeyboardEvent, ReactNode } from 'react'
import { businessDay } from '../../src-shared/kernel/business-day.ts'
import { formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { purchasesWords } from '../../src-shared/purchasing/purchases.words.ts'
import { api } from '../base/api.ts'
import { useSettings } from '../base/use-settings.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Columns } from '../design/Columns.tsx'
import { clockNow } from '../design/clock.ts'
import { Choice } from '../design/fields/Choice.tsx'
import { DayField } from '../design/fields/DayField.tsx'
import { RupiahField } from '../design/fields/RupiahField.tsx'
import { KeyValueRows } from '../design/KeyValueRows.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { PanelPart, SidePanel } from '../design/SidePanel.tsx'
import classes from './purchases.module.css'
import { purchasingShortcuts } from './purchasing.shortcuts.ts'
import type { ReceiptMissing, ReceiptSums, ReceiveForm } from './receive-form.ts'

export interface ReceiveSideProps {
  form: ReceiveForm
  sums: ReceiptSums
  missing: ReceiptMissing | null
  onChange: (form: ReceiveForm) => void
  onSupplierDone: () => void
  error: ReactNode
  actions: ReactNode
}

/** Who it came from, what came on top, how it was paid. */
export function ReceiveSide({ form, sums, missing, onChange, onSupplierDone, error, actions }: ReceiveSideProps) {
  const w = useWords(purchasesWords)
  const { zone } = useLocale()
  const settings = useSettings()
  const today = businessDay(clockNow(), zone)
  const change = (next: Partial<ReceiveForm>) => onChange({ ...form, ...next })
  return (
    <SidePanel title={w.payment} actions={actions}>
      <Stack gap={10} p="12px 16px" onKeyDown={goesOn}>
        <SupplierField form={form} missing={missing} onChange={change} onDone={onSupplierDone} />
        <DayField
          label={w.day}
          value={form.day}
          onChange={(day) => day && change({ day })}
          latest={today}
          {...(settings ? { earliest: settings.startDay } : {})}
        />
        <div className="pair">
          <span data-holds="extraCost">
            <RupiahField label={w.extraCost} value={form.extraCost} onChange={(extraCost) => change({ extraCost })} />
          </span>
          <RupiahField label={w.discount} value={form.discount} onChange={(discount) => change({ discount })} />
        </div>
        <Columns of="1fr auto" gap={10} align="start" className={classes.paid}>
          <RupiahField
            label={w.paidNow}
            value={form.paid}
            onChange={(paid) => change({ paid })}
            help={form.paid === null ? w.paidHelp : undefined}
          />
          <ActionButton shortcut={purchasingShortcuts.form.payAll} onAct={() => change({ paid: sums.total })} />
        </Columns>
        {(form.paid ?? 0) > 0 && <WalletField form={form} missing={missing} onChange={change} />}
        {sums.owed > 0 && (
          <DayField label={w.dueLabel} value={form.dueDay} onChange={(dueDay) => change({ dueDay })} isClearable />
        )}
        <TextInput
          label={w.note}
          value={form.note}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
        {error}
      </Stack>
      <PanelPart>
        <KeyValueRows
          rows={[
            { key: w.goodsValue, value: formatRupiah(sums.goods), isStrong: true },
            ...(form.discount ? [{ key: w.discount, value: formatRupiah(-form.discount) }] : []),
            ...(form.extraCost ? [{ key: w.extraCost, value: formatRupiah(form.extraCost) }] : []),
            { key: w.grandTotal, value: formatRupiah(sums.total), kind: 'total' as const },
            { key: w.stillOwed, value: formatRupiah(sums.owed) },
          ]}
        />
      </PanelPart>
    </SidePanel>
  )
}

interface FieldProps {
  form: ReceiveForm
  missing: ReceiptMissing | null
  onChange: (next: Partial<ReceiveForm>) => void
}

function SupplierField({ form, missing, onChange, onDone }: FieldProps & { onDone: () => void }) {
  const w = useWords(purchasesWords)
  const [asked] = useDebouncedValue(form.supplierName.trim(), 100)
  const { data = [] } = useQuery(
    api.purchasing.suppliers.queryOptions({
      input: { query: asked.slice(0, 100) },
      placeholderData: keepPreviousData,
    }),
  )
  const known = data.find(({ name }) => name === form.supplierName.trim())
  return (
    <Autocomplete
      label={w.supplier}
      placeholder={w.supplierHint}
      data={[...new Set(data.map(({ name }) => name))]}
      value={form.supplierName}
      maxLength={120}
      limit={6}
      comboboxProps={{ withinPortal: false }}
      selectFirstOptionOnChange={false}
      data-place="supplier"
      data-supplier
      autoFocus
      // a receipt that is put right has its supplier: a list over the fields below would only hide them
      openOnFocus={form.supplierName === ''}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={known && known.owed > 0 ? w.supplierOwed(formatRupiah(known.owed)) : undefined}
      error={missing?.what === 'supplier' ? w.supplierNeeded : undefined}
      onChange={(supplierName) => onChange({ supplierName })}
      onOptionSubmit={() => setTimeout(onDone)}
      onKeyDown={(event) => {
        const hasMarked = event.currentTarget.getAttribute('aria-activedescendant')
        if (event.key === 'Enter' && !event.ctrlKey && !hasMarked && form.supplierName.trim() !== '') {
          event.preventDefault()
          onDone()
        }
      }}
    />
  )
}

/** Wallets of the shop; the household's money is on the other side of the wall. */
function WalletField({ form, missing, onChange }: FieldProps) {
  const w = useWords(purchasesWords)
  const { data = [] } = useQuery(api.cash.wallets.queryOptions())
  const wallets = data.filter(({ book }) => book === 'usaha')
  return (
    <Choice
      placeholder="–"
      label={w.wallet}
      error={missing?.what === 'wallet' ? w.walletNeeded : undefined}
      data={[
        ...wallets.map(({ account, name, balance }) => ({
          value: account,
          label: w.walletBalance(name, formatRupiah(balance)),
        })),
      ]}
      value={form.paidFrom}
      clearable
      onChange={(paidFrom) => onChange({ paidFrom })}
    />
  )
}

/** Enter in a field of the panel goes to the next one; Ctrl+Enter is left to the page. */
function goesOn(event: KeyboardEvent<HTMLDivElement>) {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.defaultPrevented) return
  if (!(event.target instanceof HTMLInputElement)) return
  event.preventDefault()
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('input:not([type="hidden"]),select')]
  fields[fields.indexOf(event.target) + 1]?.focus()
}

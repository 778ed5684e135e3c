import { Box, Flex, Select } from '@mantine/core'
import { IconArrowLeft, IconCircleCheck, IconFileTypePdf, IconFlame, IconPrinter } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import type { RestockPlan } from '../../src-shared/purchasing/restock.ts'
import { restockWords } from '../../src-shared/purchasing/restock.words.ts'
import { api, client } from '../base/api.ts'
import { saveFile } from '../base/files.ts'
import { Page } from '../base/Page.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useRemembered } from '../base/remembered.ts'
import { useLettersLacking } from '../base/use-letters-lacking.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { PiecesField } from '../design/fields/PiecesField.tsx'
import { GoodsNames } from '../design/goods/GoodsNames.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { showToast } from '../design/toast.tsx'
import { PrintedRestock } from './PrintedRestock.tsx'
import { usePurchaseAddress } from './purchase-address.ts'
import { purchasingShortcuts } from './purchasing.shortcuts.ts'
import { RestockSupplier } from './RestockSupplier.tsx'
import { sheetOfList, type WantedOf } from './restock-text.ts'

const PLAN: RestockPlan = { basis: 30, leadDays: 7, coverDays: 30 }
const BASES = [30, 60, 90] as const

/** Daftar Belanja: what to buy, how many, from whom, for how much; printed, sent by WhatsApp, or taken into Terima Barang. */
export function RestockPage() {
  const w = useWords(restockWords)
  const { change: goTo, go } = usePurchaseAddress()
  const [plan, setPlan] = useRemembered<RestockPlan>('belanja', PLAN)
  const { data, error, refetch } = useQuery(
    api.purchasing.restock.queryOptions({ input: plan, placeholderData: keepPreviousData }),
  )
  /** Pieces that the person wants instead, by SKU. */
  const [changed, setChanged] = useState<ReadonlyMap<string, number>>(new Map())
  const back = () => goTo({ form: null })
  useHotkey(standingShortcuts.back, back, { label: w.back })
  const wantedOf: WantedOf = ({ rows }) =>
    rows.flatMap((row) => {
      const pieces = changed.get(row.variantId) ?? row.need
      return pieces > 0 ? [{ ...row, pieces }] : []
    })
  const groups = data?.suppliers ?? []
  const total = groups.flatMap(wantedOf).reduce((sum, { pieces, price }) => sum + pieces * (price ?? 0), 0)
  const isNothingWanted = groups.every((group) => wantedOf(group).length === 0)
  const agrees = useLettersLacking()
  const paper = useMutation({
    mutationFn: async () => {
      const said = w.planned(String(plan.basis), String(plan.leadDays), String(plan.coverDays))
      const sheet = await client.fulfilment.shoppingListSheet(sheetOfList(said, groups, wantedOf))
      if ((await agrees(sheet)) && (await saveFile(sheet.file))) showToast({ text: w.saved(sheet.file.name) })
    },
  })
  return (
    <Page
      title={w.title}
      lead={w.lead}
      actions={
        <>
          <ActionButton
            icon={IconPrinter}
            shortcut={purchasingShortcuts.restock.print}
            {...(groups.length === 0 && { disabledBecause: w.empty })}
            onAct={() => window.print()}
          />
          <ActionButton
            icon={IconFileTypePdf}
            shortcut={purchasingShortcuts.restock.savePdf}
            busyLabel={w.saving}
            isBusy={paper.isPending}
            {...(isNothingWanted && { disabledBecause: groups.length === 0 ? w.empty : w.nothingWanted })}
            onAct={() => paper.mutate()}
          />
          <ActionButton
            label={w.back}
            icon={IconArrowLeft}
            shortcut={standingShortcuts.back}
            listens={false}
            onAct={back}
          />
        </>
      }
    >
      <Flex gap={12} align="flex-end" wrap="wrap">
        <Select
          label={w.basis}
          allowDeselect={false}
          value={String(plan.basis)}
          data={BASES.map((days) => ({ value: String(days), label: w.basisDays(String(days)) }))}
          onChange={(chosen) => {
            const basis = BASES.find((days) => String(days) === chosen)
            if (basis) setPlan({ ...plan, basis })
          }}
        />
        <PiecesField
          label={w.leadDays}
          unit={w.dayUnit}
          value={plan.leadDays}
          most={120}
          onChange={(leadDays, isReadable) => isReadable && leadDays !== null && setPlan({ ...plan, leadDays })}
        />
        <PiecesField
          label={w.coverDays}
          unit={w.dayUnit}
          value={plan.coverDays}
          least={1}
          most={180}
          onChange={(coverDays, isReadable) => isReadable && coverDays !== null && setPlan({ ...plan, coverDays })}
        />
        <ActionButton icon={IconFlame} shortcut={purchasingShortcuts.restock.sellers} onAct={() => go('/stok/laris')} />
        {groups.length > 0 && (
          <Box ml="auto" className="right">
            <span className="label">{w.total}</span>
            <Box component="strong" display="block" fz={17} lh="24px" className="jumlah">
              {formatRupiah(total)}
            </Box>
          </Box>
        )}
      </Flex>
      <RefusalNotice error={error ?? paper.error} onRetry={error ? () => refetch() : undefined} />
      {data && groups.length === 0 && <EmptyState icon={IconCircleCheck}>{w.empty}</EmptyState>}
      {data && data.unpriced > 0 && <p className="quiet small">{w.unpriced(String(data.unpriced))}</p>}
      <GoodsNames products={groups.flatMap(({ rows }) => rows.map(({ goodsName }) => goodsName.product))}>
        {groups.map((group) => (
          <RestockSupplier
            key={group.supplier?.id ?? ''}
            group={group}
            basis={plan.basis}
            wanted={wantedOf(group)}
            piecesOf={({ variantId, need }) => changed.get(variantId) ?? need}
            onPieces={(variantId, pieces) => setChanged(new Map(changed).set(variantId, pieces))}
          />
        ))}
      </GoodsNames>
      {groups.length > 0 && <PrintedRestock groups={groups} wantedOf={wantedOf} plan={plan} total={total} />}
    </Page>
  )
}

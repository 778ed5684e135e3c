import { Flex } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useMemo } from 'react'
import { goodsNameOf } from '../../src-shared/catalog/goods-name.ts'
import type { StockCardRow } from '../../src-shared/inventory/inventory.ts'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { formatMoment } from '../../src-shared/kernel/business-day.ts'
import { Page } from '../base/Page.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { Trouble } from '../design/list/ListLayout.tsx'
import type { Column } from '../design/table/columns.ts'
import { DataTable } from '../design/table/DataTable.tsx'
import { movementName } from './CardRows.tsx'
import { LearnedCost } from './LearnedCost.tsx'
import { signed } from './signed.ts'
import { standingText } from './standing-text.ts'
import { documentPath, isNumbered, useStockAddress } from './stock-address.ts'
import { useNamedSku } from './use-named-sku.ts'
import { useStockCard, useStockRow } from './use-stock-list.ts'

/** Kartu Stok of one SKU in full, newest first; each row opens its document. */
export function CardPage() {
  const w = useWords(stockWords)
  const { address, go } = useStockAddress()
  const sku = useNamedSku(address.sku)
  const row = useStockRow(sku).data
  const back = () => go(sku ? `/stok?sku=${sku}` : '/stok')
  useHotkey(standingShortcuts.back, back, { label: w.back })
  return (
    <Page
      title={w.card}
      quietLine={
        row && (
          <Flex component="span" align="center" gap={10}>
            <GoodsName goods={goodsNameOf(row)} />
            <span className="kode">{row.sku}</span>
          </Flex>
        )
      }
      layout="flush"
      actions={
        <ActionButton
          label={w.back}
          icon={IconArrowLeft}
          shortcut={standingShortcuts.back}
          listens={false}
          onAct={back}
        />
      }
    >
      {sku && <Movements variantId={sku} />}
    </Page>
  )
}

function Movements({ variantId }: { variantId: string }) {
  const w = useWords(stockWords)
  const { zone, language } = useLocale()
  const { go } = useStockAddress()
  const card = useStockCard(variantId, 100)
  const columns = useMemo<Column<StockCardRow>[]>(
    () => [
      {
        id: 'day',
        head: w.day,
        kind: 'date',
        width: 108,
        value: (row) => row.day,
        isSortable: false,
      },
      {
        id: 'kind',
        head: w.movement,
        kind: 'text',
        width: 200,
        isSortable: false,
        value: (row) => movementName(row, w),
      },
      {
        id: 'document',
        head: w.document,
        isSortable: false,
        kind: 'text',
        width: { share: 1, least: 180 },
        value: (row) => row.document.label,
        cell: (row) => <span className={isNumbered(row.document.kind) ? 'kode' : undefined}>{row.document.label}</span>,
      },
      {
        id: 'pieces',
        head: w.pieces,
        isSortable: false,
        kind: 'number',
        width: 80,
        value: (row) => row.pieces,
        cell: (row) => signed(row.pieces),
        isStrong: true,
      },
      {
        id: 'cost',
        head: w.cost,
        isSortable: false,
        kind: 'money',
        width: 160,
        value: (row) => row.cost,
        cell: (row) => <LearnedCost row={row} />,
      },
      {
        id: 'at',
        head: w.recorded,
        kind: 'text',
        width: 128,
        value: (row) => formatMoment(row.at, zone, language),
        isQuiet: true,
        isSortable: false,
        hideBelow: 1080,
      },
      {
        id: 'onHand',
        head: w.standing,
        kind: 'number',
        width: 132,
        isSortable: false,
        value: (row) => row.onHand,
        cell: (row) => standingText(w, row.onHand),
        isStrong: true,
      },
      { id: 'value', head: w.standingValue, kind: 'money', width: 150, isSortable: false, value: (row) => row.value },
    ],
    [w, zone, language],
  )
  return (
    <>
      {card.error && (
        <Trouble>
          <RefusalNotice error={card.error} />
        </Trouble>
      )}
      <DataTable
        label={w.card}
        rows={card.rows}
        rowId={(row) => String(row.id)}
        rowName={(row) => row.document.label}
        columns={columns}
        isLoading={card.isLoading}
        onEndReached={card.onEndReached}
        onOpen={(row) => {
          const path = documentPath(row.document)
          if (path) go(path)
        }}
        empty={<EmptyState>{w.noMovements}</EmptyState>}
      />
    </>
  )
}

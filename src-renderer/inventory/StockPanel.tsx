import { Group, Text } from '@mantine/core'
import { IconBarcode, IconPencil, IconTruckDelivery } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { goodsNameOf } from '../../src-shared/catalog/goods-name.ts'
import type { StockRow } from '../../src-shared/inventory/inventory.ts'
import { shortageOf } from '../../src-shared/inventory/shortage.ts'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useMay, useSeesMoney } from '../base/use-me.ts'
import { usePhoto } from '../base/use-photo.ts'
import { useWayToCost } from '../base/use-way-to-cost.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { KeyValueRows } from '../design/KeyValueRows.tsx'
import { useWords } from '../design/language.tsx'
import { GoodsPhoto } from '../design/photos/GoodsPhoto.tsx'
import { PanelPart, SidePanel } from '../design/SidePanel.tsx'
import { StockChip } from '../design/StockChip.tsx'
import { AtChannels } from './AtChannels.tsx'
import { CardRows } from './CardRows.tsx'
import { inventoryShortcuts } from './inventory.shortcuts.ts'
import { useStockCard } from './use-stock-list.ts'

const SHOWN_MOVEMENTS = 9

export interface StockPanelProps {
  row: StockRow
  /** Where this person may. */
  onEdit?: () => void
  onReceive?: () => void
  onClose: () => void
}

/** One SKU: the sum of its stock, where it came from and went, and what to do next. */
export function StockPanel({ row, onEdit, onReceive, onClose }: StockPanelProps) {
  const w = useWords(stockWords)
  const [, go] = useLocation()
  const photo = usePhoto(row.photoId)
  const seesMoney = useSeesMoney()
  const keepsStock = useMay('inventory.card')
  const mayLookAtChannels = useMay('sync.stock.ofVariant')
  return (
    <SidePanel
      title={<GoodsName goods={goodsNameOf(row)} layout="whole" />}
      chips={row.state !== 'enough' && <StockChip state={row.state} short={row.short} />}
      subtitle={<span className="kode">{row.sku}</span>}
      onClose={onClose}
      actions={
        <>
          {onEdit && (
            <ActionButton
              label={w.edit}
              icon={IconPencil}
              kind="primary"
              shortcut={standingShortcuts.main}
              listens={false}
              onAct={onEdit}
            />
          )}
          {onReceive && (
            <ActionButton
              icon={IconTruckDelivery}
              shortcut={inventoryShortcuts.levels.receive}
              listens={false}
              onAct={onReceive}
            />
          )}
          <ActionButton
            icon={IconBarcode}
            shortcut={inventoryShortcuts.levels.printStickers}
            onAct={() => go(`/stiker?items=${row.variantId}:${Math.max(1, row.onHand)}`)}
          />
        </>
      }
    >
      <PanelPart>
        <Group gap={12} c="dimmed" wrap="nowrap" align="stretch">
          <GoodsPhoto name={row.productName} category={row.category} colour={row.colour} src={photo} size={52} />
          <div>
            <div>{row.shelf ? w.shelf(row.shelf) : w.noShelf}</div>
            {seesMoney && (
              <div>{row.averageCost === null ? w.noCost : w.averageCost(formatRupiah(row.averageCost))}</div>
            )}
            {row.reorderPoint > 0 && <div>{w.reorderAt(formatNumber(row.reorderPoint))}</div>}
          </div>
        </Group>
      </PanelPart>
      <PanelPart>
        <StockSum row={row} />
        {seesMoney && row.withoutCost > 0 && <CostLacking row={row} />}
      </PanelPart>
      {mayLookAtChannels && <AtChannels variantId={row.variantId} />}
      {keepsStock && <MovementsPart row={row} />}
    </SidePanel>
  )
}

/** Pieces that left before their cost was known, and the way to it. */
function CostLacking({ row }: { row: StockRow }) {
  const w = useWords(stockWords)
  const [, go] = useLocation()
  const wayToCost = useWayToCost(row.variantId)
  return (
    <Text component="p" mt={8} c="dimmed">
      {w.withoutCost(formatNumber(row.withoutCost))}{' '}
      <ActionButton
        label={wayToCost.comesWith === 'goods' ? w.receive : w.fillCost}
        size="small"
        onAct={() => go(wayToCost.path)}
      />
    </Text>
  )
}

/** The newest movements, with the way to all of them. */
function MovementsPart({ row }: { row: StockRow }) {
  const w = useWords(stockWords)
  const [, go] = useLocation()
  const card = useStockCard(row.variantId, SHOWN_MOVEMENTS)
  const openCard = () => go(`/stok/kartu?sku=${row.variantId}`)
  return (
    <PanelPart
      title={w.card}
      aside={
        <ActionButton
          size="small"
          kind="quiet"
          shortcut={inventoryShortcuts.levels.wholeCard}
          listens={false}
          onAct={openCard}
        />
      }
    >
      <RefusalNotice error={card.error} />
      <CardRows rows={card.rows.slice(0, SHOWN_MOVEMENTS)} isEmpty={!card.isLoading && card.rows.length === 0} />
    </PanelPart>
  )
}

/** Fisik − Dipesan − Pengaman = Tersedia, as a sum a person can follow. */
function StockSum({ row }: { row: StockRow }) {
  const w = useWords(stockWords)
  const { onShelf, awaited, gone } = shortageOf(row)
  const less = (pieces: number) => (pieces === 0 ? '0' : `−${formatNumber(pieces)}`)
  const rows = [
    { key: w.stockOnHand, value: formatNumber(onShelf), isStrong: true },
    { key: w.stockReserved, value: less(row.reserved) },
    ...(row.safetyStock > 0 ? [{ key: w.stockSafety, value: less(row.safetyStock) }] : []),
    ...(awaited > 0 ? [{ key: w.stockShort, value: `+${formatNumber(awaited)}` }] : []),
    { key: w.stockAvailable, value: w.piecesOf(formatNumber(row.available), row.unit), kind: 'total' as const },
  ]
  return (
    <>
      <KeyValueRows rows={rows} />
      {gone > 0 && <p className="bad small">{w.goneOf(formatNumber(gone))}</p>}
    </>
  )
}

import { Stack } from '@mantine/core'
import { IconClipboardList } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { BulkBar } from '../design/BulkBar.tsx'
import { Card } from '../design/Card.tsx'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { Columns } from '../design/Columns.tsx'
import { DeadlineText } from '../design/DeadlineText.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { GoodsPhoto } from '../design/photos/GoodsPhoto.tsx'
import { Section } from '../design/Section.tsx'
import { StatusChip } from '../design/StatusChip.tsx'
import { CodeText } from '../design/table/CodeText.tsx'
import type { Column } from '../design/table/columns.ts'
import { DataTable } from '../design/table/DataTable.tsx'
import { chosenCount, NOTHING, type Selection } from '../design/table/selection.ts'
import { galleryShortcuts } from './gallery.shortcuts.ts'
import { NOW, type SampleOrder, sampleOrders } from './sample-orders.ts'

const orderColumns = (onProfit: (order: SampleOrder) => void): Column<SampleOrder>[] => [
  {
    id: 'shipBy',
    head: 'Batas Kirim',
    kind: 'text',
    width: 146,
    value: (order) => String(order.shipBy),
    cell: (order) => <DeadlineText at={order.shipBy} now={NOW} />,
    isSortable: true,
  },
  {
    id: 'number',
    head: 'No. Pesanan',
    kind: 'code',
    width: 144,
    value: (order) => order.number,
    cell: (order) => (
      <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
        <ChannelTile channel={order.channel} />
        <CodeText code={order.number} />
      </span>
    ),
    isSortable: true,
  },
  {
    id: 'goods',
    head: 'Barang',
    kind: 'text',
    width: { share: 1, least: 150 },
    value: (order) => (order.more ? `${order.goods} +${order.more}` : order.goods),
    isSortable: true,
  },
  { id: 'pieces', head: 'Pcs', kind: 'number', width: 52, value: (order) => order.pieces, isSortable: true },
  {
    id: 'courier',
    head: 'Jasa Kirim',
    kind: 'text',
    width: 112,
    value: (order) => order.courier,
    isQuiet: true,
    hideBelow: 860,
  },
  {
    id: 'grossSales',
    head: 'Omzet Kotor',
    kind: 'money',
    width: 118,
    value: (order) => order.grossSales,
    isSortable: true,
  },
  {
    id: 'profit',
    head: 'Laba',
    kind: 'money',
    width: 112,
    value: (order) => order.profit,
    isBadWhenNegative: true,
    isSortable: true,
    hideBelow: 760,
    onOpen: onProfit,
  },
  {
    id: 'state',
    head: 'Status',
    kind: 'status',
    width: 150,
    hideBelow: 760,
    cell: (order) => <StatusChip state={order.state} />,
  },
]

interface Motif {
  id: string
  name: string
  group: string
  sizes: (number | null)[]
  value: number
}
const MOTIFS: Motif[] = [
  { id: 'luk', name: 'Lung Ukir', group: 'Kemeja', sizes: [42, 58, 27, 22, 5], value: 19_404_500 },
  { id: 'kwa', name: 'Kawung Alit', group: 'Kemeja', sizes: [28, -3, 40, 19, 0], value: 8_712_000 },
  { id: 'kst', name: 'Kembang Setaman', group: 'Blus', sizes: [27, 4, 36, 22, 12], value: 9_908_500 },
  { id: 'mgb', name: 'Mega Biru', group: 'Daster', sizes: [32, 60, 57, 26, 4], value: 9_282_000 },
  { id: 'mck', name: 'Macan Kurung 2 m', group: 'Kain', sizes: [51, null, null, null, null], value: 7_788_000 },
]
const SIZES = ['S', 'M', 'L', 'XL', 'XXL']
const MATRIX: Column<Motif>[] = [
  {
    id: 'name',
    head: 'Motif',
    kind: 'text',
    width: { share: 1, least: 190 },
    value: (motif) => motif.name,
    isStrong: true,
    cell: (motif) => (
      <span style={{ display: 'inline-flex', alignItems: 'center', gap: 8 }}>
        <GoodsPhoto name={motif.name} category={motif.group} /> {motif.name}
      </span>
    ),
  },
  ...SIZES.map(
    (size, index): Column<Motif> => ({
      id: size,
      head: size,
      kind: 'number',
      width: 80,
      isRuled: true,
      value: (motif) => motif.sizes[index] ?? null,
      fill: (motif) => {
        const pieces = motif.sizes[index]
        return pieces !== null && pieces !== undefined && pieces <= 0 ? (pieces < 0 ? 'mengkudu' : 'abu') : undefined
      },
      cell: (motif) => {
        const pieces = motif.sizes[index] ?? null
        if (pieces === null) return <span>–</span>
        return <span>{pieces < 0 ? `Kurang ${-pieces}` : pieces === 0 ? 'Habis' : formatNumber(pieces)}</span>
      },
    }),
  ),
  { id: 'value', head: 'Nilai Modal', kind: 'money', width: 130, value: (motif) => motif.value, isRuled: true },
]

/** The one table: long list with selection and totals, stock matrix walked by cells, waiting and empty. */
export function TablePage() {
  const orders = useMemo(() => sampleOrders(1_250), [])
  const [loaded, setLoaded] = useState(100)
  const rows = useMemo(() => orders.slice(0, loaded), [orders, loaded])
  const [selection, setSelection] = useState<Selection>(NOTHING)
  const [openId, setOpenId] = useState<string | null>(null)
  const [said, setSaid] = useState('-')
  const columns = useMemo(() => orderColumns((order) => setSaid(`laba ${order.number}`)), [])
  const count = chosenCount(selection, orders.length)
  return (
    <Stack gap={14}>
      <Section
        title="Daftar pesanan, 1.250 baris dimuat per 100"
        aside={<output data-testid="said">{openId ? `dibuka ${openId}` : said}</output>}
      >
        <Card isFlush>
          <Stack gap={0} h={430}>
            <DataTable
              label="Pesanan"
              rows={rows}
              rowId={(order) => order.id}
              columns={columns}
              total={orders.length}
              onEndReached={loaded < orders.length ? () => setLoaded(loaded + 100) : undefined}
              selection={selection}
              onSelect={setSelection}
              onOpen={(order) => setOpenId(order.id)}
              openId={openId}
              isStale={(order) => order.id === 'order-4'}
              totals={{
                label: `${formatNumber(orders.length)} pesanan`,
                cells: {
                  pieces: '2.250',
                  grossSales: formatRupiah(337_750_000),
                  profit: formatRupiah(72_627_000),
                  state: 'perkiraan',
                },
              }}
              bulkBar={
                count > 0 ? (
                  <BulkBar count={count} detail="5 pcs, Rp705.000" onClear={() => setSelection(NOTHING)}>
                    <ActionButton
                      kind="primary"
                      shortcut={galleryShortcuts.arrange}
                      onAct={() => setSaid(`atur ${count}`)}
                    />
                    <ActionButton label="Tahan" onAct={() => setSaid(`tahan ${count}`)} />
                  </BulkBar>
                ) : undefined
              }
            />
          </Stack>
        </Card>
      </Section>
      <Section title="Matriks stok, panah memindah sel">
        <Card isFlush>
          <DataTable
            label="Stok per motif dan ukuran"
            rows={MOTIFS}
            rowId={(motif) => motif.id}
            columns={MATRIX}
            groupOf={(motif) => motif.group}
            density="photo"
            walksCells
            size="fit"
            onOpen={(motif, size) => setSaid(`${motif.name} ${size}`)}
            totals={{ label: '5 motif', cells: { value: formatRupiah(55_095_000) } }}
          />
        </Card>
      </Section>
      <Columns of="repeat(auto-fit, minmax(320px, 1fr))" gap={20} align="start">
        <Section title="Sedang dimuat">
          <Card isFlush>
            <Stack gap={0} h={260}>
              <DataTable label="Pesanan, dimuat" rows={[]} rowId={() => ''} columns={columns} isLoading />
            </Stack>
          </Card>
        </Section>
        <Section title="Kosong">
          <Card isFlush>
            <Stack gap={0} h={260}>
              <DataTable
                label="Pesanan, kosong"
                rows={[]}
                rowId={() => ''}
                columns={columns}
                empty={
                  <EmptyState
                    icon={IconClipboardList}
                    action={<ActionButton label="Impor berkas" kind="primary" onAct={() => setSaid('impor')} />}
                  >
                    Belum ada pesanan. Pesanan dari berkas Seller Centre dan penjualan sendiri tampil di sini.
                  </EmptyState>
                }
              />
            </Stack>
          </Card>
        </Section>
      </Columns>
    </Stack>
  )
}

import { Stack } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheckFilled, IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { Columns } from '../design/Columns.tsx'
import { StackedBar } from '../design/charts/StackedBar.tsx'
import { EntryRows } from '../design/EntryRows.tsx'
import { SearchInList } from '../design/fields/SearchInList.tsx'
import { RemoveButton } from '../design/IconButton.tsx'
import { ListLayout, SheetFoot, Toolbar, ToolbarEnd } from '../design/list/ListLayout.tsx'
import { Meter } from '../design/Meter.tsx'
import { Note } from '../design/Note.tsx'
import { RowButton } from '../design/RowButton.tsx'
import { Section } from '../design/Section.tsx'
import { CellField } from '../design/table/CellField.tsx'
import { CellRow, CellTable } from '../design/table/CellTable.tsx'
import { SegmentedTabs } from '../design/tabs/SegmentedTabs.tsx'

const GOODS = [
  { sku: 'KMJ-LUK-L', name: 'Kemeja Lung Ukir, Biru, L', pieces: '24', cost: 98_500 },
  { sku: 'KMJ-KWA-M', name: 'Kemeja Kawung Alit, Soga, M', pieces: '', cost: 88_000 },
  { sku: 'OUT-SJG-L', name: 'Outer Sekar Jagad, Hijau, L', pieces: 'dua', cost: 93_000 },
]

/** What list pages and sheets are made of: toolbar, rows of cells with their sum, foot; short rows, notes, bars. */
export function SheetsPage() {
  const [rows, setRows] = useState(GOODS)
  const [shown, setShown] = useState<'all' | 'open'>('all')
  const [opened, setOpened] = useState('-')
  const piecesOf = (typed: string) => (/^\d+$/.test(typed) ? Number(typed) : 0)
  const sum = rows.reduce((total, { pieces, cost }) => total + piecesOf(pieces) * cost, 0)
  return (
    <Columns of="repeat(auto-fit, minmax(320px, 1fr))" gap={20} align="start">
      <div className="across">
        <Section title="Lembar isian">
          <Card isFlush>
            <Stack gap={0} h={430}>
              <ListLayout
                tools={
                  <Toolbar>
                    <SegmentedTabs
                      label="Tampilkan"
                      items={[
                        { id: 'all', label: 'Semua', count: 3 },
                        { id: 'open', label: 'Belum diisi', count: 1 },
                      ]}
                      value={shown}
                      onChange={setShown}
                    />
                    <ToolbarEnd>
                      <SearchInList label="Cari barang" hint="Nama, SKU, rak" query="" onQuery={setOpened} />
                    </ToolbarEnd>
                  </Toolbar>
                }
              >
                <CellTable
                  label="Barang yang diterima"
                  columns={[
                    { head: 'Barang' },
                    { head: 'SKU', width: 120 },
                    { head: 'Jumlah', width: 100, isRight: true },
                    { head: 'Nilai', width: 120, isRight: true },
                    { head: '', width: 30 },
                  ]}
                  empty={rows.length === 0 && 'Belum ada barang.'}
                  total={
                    <>
                      <span>{rows.length} SKU</span>
                      <span />
                      <span />
                      <span className="right">{formatRupiah(sum)}</span>
                    </>
                  }
                >
                  {rows.map((row) => (
                    <CellRow key={row.sku}>
                      <span className="cut">{row.name}</span>
                      <span className="kode quiet">{row.sku}</span>
                      <CellField
                        label={`Jumlah ${row.name}`}
                        kind="number"
                        value={row.pieces}
                        error={/^\d*$/.test(row.pieces) ? undefined : 'Tulis angka.'}
                        onChange={(pieces) => setRows(rows.map((each) => (each === row ? { ...each, pieces } : each)))}
                      />
                      <span className="right">{formatRupiah(piecesOf(row.pieces) * row.cost)}</span>
                      <RemoveButton
                        label={`Keluarkan ${row.name}`}
                        onAct={() => setRows(rows.filter((each) => each !== row))}
                      />
                    </CellRow>
                  ))}
                </CellTable>
                <SheetFoot>
                  <span className="strong">{rows.length} SKU</span>
                  <ToolbarEnd>
                    <ActionButton label="Simpan" kind="primary" onAct={() => setOpened('disimpan')} />
                  </ToolbarEnd>
                </SheetFoot>
              </ListLayout>
            </Stack>
          </Card>
        </Section>
      </div>
      <Section title="Baris yang membuka" aside={<output>{opened}</output>}>
        <Card>
          <EntryRows
            rows={[
              { id: 1, day: '21 Nov 2026', text: 'Penjualan', amount: 'Rp169.000', onOpen: () => setOpened('1') },
              {
                id: 2,
                day: '22 Nov 2026',
                text: 'Harga pokok penjualan, barang dikirim ke pembeli',
                amount: 'Rp98.500',
                onOpen: () => setOpened('2'),
              },
            ]}
          />
        </Card>
        <Card isFlush>
          <RowButton isInCard onClick={() => setOpened('a')}>
            Belanja dapur
          </RowButton>
          <RowButton isInCard onClick={() => setOpened('b')}>
            Jatah rumah tangga
          </RowButton>
        </Card>
      </Section>
      <Section title="Catatan di tempatnya">
        <Stack gap={8}>
          <Note
            tone="kunyit"
            icon={IconAlertTriangle}
            action={<ActionButton label="Isi" size="small" onAct={() => {}} />}
          >
            HPP 2 SKU belum diisi.
          </Note>
          <Note tone="mengkudu" icon={IconAlertTriangle}>
            1 SKU kurang 2 pcs untuk pesanan yang sudah dibayar.
          </Note>
          <Note tone="jolawe" icon={IconCircleCheckFilled}>
            Uang rumah cukup untuk sisa jatah.
          </Note>
          <Note tone="langit" icon={IconInfoCircle}>
            Berkas ini pernah dimasukkan.
          </Note>
          <Note tone="kunyit" title="Catatan pembeli">
            Tolong bungkus kado.
          </Note>
        </Stack>
      </Section>
      <Section title="Batang">
        <Card>
          <Stack gap={14}>
            <Meter percent={41} fill="soga-isi" />
            <Meter percent={100} fill="mengkudu" />
            <Meter percent={70} isThin />
            <StackedBar
              parts={[
                { id: 'a', amount: 12, fill: 'nila' },
                { id: 'b', amount: 3, fill: 'nila-sedang' },
                { id: 'c', amount: 1, fill: 'nila-garis' },
                { id: 'd', amount: 5, fill: 'jolawe' },
              ]}
              isTall
            />
          </Stack>
        </Card>
      </Section>
    </Columns>
  )
}

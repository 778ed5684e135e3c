import { Stack } from '@mantine/core'
import { useState } from 'react'
import { Card } from '../design/Card.tsx'
import { Columns } from '../design/Columns.tsx'
import { DoubleRuleTotal } from '../design/DoubleRuleTotal.tsx'
import { Figure } from '../design/Figure.tsx'
import { PiecesField } from '../design/fields/PiecesField.tsx'
import { RupiahField } from '../design/fields/RupiahField.tsx'
import { KeyValueRows } from '../design/KeyValueRows.tsx'
import { Ladder } from '../design/Ladder.tsx'
import type { Rung } from '../design/ladder.ts'
import { MoneyText } from '../design/MoneyText.tsx'
import { Section } from '../design/Section.tsx'

const rung = (id: string, kind: Rung['kind'], amount: number, note?: string): Rung => ({
  id,
  label: id,
  kind,
  amount,
  note,
})

export const ORDER_LADDER: Rung[] = [
  rung('Omzet Kotor', 'start', 467_000),
  rung('Diskon Penjual', 'step', -27_000),
  rung('Voucher Penjual', 'step', -10_000),
  rung('Biaya Administrasi 8%', 'step', -34_400),
  rung('Biaya Layanan Program 4,5%', 'step', -19_350),
  rung('Biaya Proses Pesanan', 'step', -1_250),
  rung('Perkiraan Diterima', 'subtotal', 375_000),
  rung('HPP', 'step', -274_500, '98.500 + 2 × 88.000'),
  rung('Kemasan', 'step', -2_490),
  rung('Bagian Biaya Iklan', 'step', -9_010),
  rung('Laba Bersih Pesanan', 'total', 89_000, '19,1%'),
]
export const DAY_LADDER: Rung[] = [
  rung('Omzet Kotor', 'start', 8_154_000),
  rung('Diskon & Voucher', 'step', -486_000),
  rung('Potongan Kanal', 'step', -1_012_000),
  rung('HPP', 'step', -4_936_000),
  rung('Kemasan', 'step', -144_420),
  rung('Iklan & Live', 'step', -412_000),
  rung('Laba Bersih Pesanan', 'total', 1_163_580),
]
const LOSS: Rung[] = [
  rung('Omzet Kotor', 'start', 115_000),
  rung('Potongan Kanal', 'step', -18_150),
  rung('HPP', 'step', -100_000),
  rung('Laba Bersih Pesanan', 'total', -3_150),
]

/** Amounts in every dress, the profit ladder, figures that open. */
export function MoneyPage() {
  const [price, setPrice] = useState<number | null>(175_000)
  const [pieces, setPieces] = useState<number | null>(3)
  const [opened, setOpened] = useState('belum ada')
  return (
    <Columns of="repeat(auto-fit, minmax(320px, 1fr))" gap={20} align="start">
      <Section title="Angka besar" aside={<output data-testid="opened">Dibuka: {opened}</output>}>
        <Card>
          <Stack gap={14}>
            <Figure
              label="Boleh ambil berapa?"
              amount={4_500_000}
              size="answer"
              onOpen={() => setOpened('batas aman')}
            />
            <Figure
              label="Laba kemarin"
              amount={1_163_580}
              note="14,3% dari Omzet Kotor"
              onOpen={() => setOpened('laba kemarin')}
            />
            <KeyValueRows
              rows={[
                { key: 'Daftar', value: <MoneyText amount={-45_000} /> },
                { key: 'Kabar buruk', value: <MoneyText amount={-45_000} isBadWhenNegative /> },
                { key: 'Laporan', value: <MoneyText amount={-45_000} style="statement" /> },
                { key: 'Nol di laporan', value: <MoneyText amount={0} style="statement" /> },
                { key: 'Ringkas', value: <MoneyText amount={21_640_000} style="compact" /> },
                { key: 'Perubahan', value: <MoneyText amount={3_544_600} style="change" /> },
                {
                  key: 'Piutang Marketplace',
                  value: (
                    <MoneyText amount={26_437_200} label="Piutang Marketplace" onOpen={() => setOpened('piutang')} />
                  ),
                },
                { key: 'Sisa menurut kas', value: <MoneyText amount={4_526_900} />, kind: 'sum' },
              ]}
            />
            <DoubleRuleTotal label="Jumlah aset" note="22 Nov 2026">
              <MoneyText amount={183_551_600} />
            </DoubleRuleTotal>
          </Stack>
        </Card>
      </Section>
      <Section title="Kode di kolom angka">
        <Card>
          <Stack>
            <RupiahField label="Harga Jual" value={price} onChange={setPrice} />
            <PiecesField label="Jumlah" value={pieces} onChange={setPieces} />
          </Stack>
        </Card>
      </Section>
      <Section title="Tangga laba, satu pesanan">
        <Card>
          <Ladder rungs={ORDER_LADDER} />
        </Card>
      </Section>
      <Section title="Tangga laba, kartu">
        <Card>
          <Ladder rungs={DAY_LADDER} form="card" />
        </Card>
        <Card>
          <Ladder rungs={LOSS} />
        </Card>
      </Section>
    </Columns>
  )
}

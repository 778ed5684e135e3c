import { Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { Card } from '../design/Card.tsx'
import { Columns } from '../design/Columns.tsx'
import { BarStack } from '../design/charts/BarStack.tsx'
import { ColumnChart } from '../design/charts/ColumnChart.tsx'
import type { Point, Series } from '../design/charts/chart-data.ts'
import { GoodsPhoto } from '../design/photos/GoodsPhoto.tsx'
import { Section } from '../design/Section.tsx'
import { GoodsSection } from './GoodsSection.tsx'

const CHANNELS: Series[] = [
  { id: 'shopee', label: 'Shopee', fill: 'soga-isi' },
  { id: 'tiktok', label: 'TikTok Shop', fill: 'nila' },
  { id: 'own', label: 'WhatsApp & toko', fill: 'jolawe' },
]
const SALES = [
  [4.1, 1.6, 0.6],
  [3.9, 5.1, 0.7],
  [11.6, 8.9, 1.1],
  [4.6, 4.7, 0.8],
  [4.3, 1.9, 0.7],
  [4.8, 1.7, 1.1],
  [4.3, 5.6, 0.5],
  [4.4, 2, 0.7],
  [3.9, 4.9, 0.7],
  [4.5, 1.5, 0.6],
  [4, 5.2, 0.8],
  [4.7, 2, 0.9],
  [5.1, 2, 1],
  [1.2, 0.3, 0.2],
]
const DAYS: Point[] = SALES.map(([shopee = 0, tiktok = 0, own = 0], index) => ({
  id: `2026-11-${String(index + 9).padStart(2, '0')}`,
  label: String(index + 9),
  fullLabel: `${index + 9} November 2026`,
  values: { shopee: shopee * 1e6, tiktok: tiktok * 1e6, own: own * 1e6 },
  isUnfinished: index === 13,
  isMarked: tiktok > 4.5 && index !== 2,
  name: index === 2 ? '11.11' : undefined,
}))
const CONTENTS: Series[] = [
  { id: 'capital', label: 'Modal (milik Anda)', fill: 'nila' },
  { id: 'debt', label: 'Utang', fill: 'soga-isi', isHatched: true },
]
const MONTHS: Point[] = [84, 91, 93, 96, 106.8, 115.2].map((capital, index) => ({
  id: String(index),
  label: ['Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov'][index] ?? '',
  fullLabel: `${['Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November'][index]} 2026`,
  values: { capital: capital * 1e6, debt: (55.8 + index * 2.5) * 1e6 },
}))
const HELD: Point[] = [6.2, 5.1, 5.6, 4.4, 3.9, 1.1].map((amount, index) => ({
  id: String(index),
  label: ['Sen 23', 'Sel 24', 'Rab 25', 'Kam 26', 'Jum 27', 'Nanti'][index] ?? '',
  fullLabel: ['Senin 23', 'Selasa 24', 'Rabu 25', 'Kamis 26', 'Jumat 27', 'Sesudahnya'][index] ?? '',
  values: { held: amount * 1e6 },
  isUnfinished: index === 5,
}))
const GOODS = [
  ['Kemeja Lung Ukir', 'Kemeja'],
  ['Blus Truntum', 'Blus'],
  ['Outer Sekar Jagad', 'Outer'],
  ['Daster Mega Biru', 'Daster'],
  ['Kain Macan Kurung 2 m', 'Kain'],
  ['Celana Kulot Lurik', 'Celana'],
  ['Tas Anyam', 'Tas'],
  ['Kopi Muria 250 g', 'Makanan'],
  ['Ukiran Jepara', 'Kerajinan'],
] as const

/** Stacked bars with a table twin, small columns, and the stand-in pictures of goods. */
export function ChartsPage() {
  const [opened, setOpened] = useState('')
  return (
    <Columns of="repeat(auto-fit, minmax(320px, 1fr))" gap={20} align="start">
      <div className="across">
        <BarStack
          title="Omzet Kotor 14 hari"
          series={CHANNELS}
          points={DAYS}
          markMeaning="ada Sesi Live"
          onOpen={(point) => setOpened(point.fullLabel)}
        />
        <output data-testid="opened-day">{opened}</output>
      </div>
      <BarStack title="Isi usaha 6 bulan" series={CONTENTS} points={MONTHS} pointHead="Bulan" height={180} />
      <ColumnChart
        title="Saldo Tertahan"
        series={[{ id: 'held', label: 'Cair', fill: 'nila' }]}
        points={HELD}
        pointHead="Hari"
      />
      <div className="across">
        <GoodsSection />
      </div>
      <Section title="Gambar barang" aside="pengganti foto">
        <Card>
          <Stack gap={14}>
            <Group gap={10}>
              {GOODS.map(([name, category]) => (
                <GoodsPhoto key={name} name={name} category={category} size={64} isNamedBeside={false} />
              ))}
            </Group>
            <Group gap={10}>
              {GOODS.map(([name, category]) => (
                <GoodsPhoto key={name} name={name} category={category} size={28} isNamedBeside={false} />
              ))}
            </Group>
          </Stack>
        </Card>
      </Section>
    </Columns>
  )
}

import { Box, Stack } from '@mantine/core'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { GoodsNames } from '../design/goods/GoodsNames.tsx'
import { Section } from '../design/Section.tsx'

const shirt = (kind: string, colour: string, size: string) => ({
  product: `Kemeja Tactical Pria Lengan ${kind} RIPSTOP Baju Kerja Lapangan`,
  motif: '',
  colour,
  size,
})
const GOODS = [
  shirt('Panjang M-TAC', 'Abu Tua', 'M'),
  shirt('Panjang W-TAC', 'Biru Benhur', 'XXL'),
  shirt('Pendek W-TAC', 'Hitam', 'L'),
  { product: 'Celana Tactical Panjang Pria RIPSTOP', motif: '', colour: 'Hijau Army', size: '28' },
  { product: 'Kemeja Lung Ukir', motif: 'Lung Ukir', colour: 'Gelombang Laut', size: 'All Size' },
  { product: 'Kemeja Kerah Koko Laki-Laki Dewasa', motif: '', colour: 'Hitam Putih', size: 'S' },
]
const WIDTHS = [640, 420, 320, 240, 190] as const

/** Names of goods in five widths, among neighbours and alone. */
export const GoodsSection = () => (
  <Section title="Nama barang" aside="dalam ruang yang ada">
    {WIDTHS.map((width) => (
      <Box key={width} w={width} mb={14} className="ruled">
        <GoodsNames products={GOODS.map(({ product }) => product)}>
          {GOODS.map((goods) => (
            <Box key={goods.product} py={4}>
              <GoodsName goods={goods} />
            </Box>
          ))}
        </GoodsNames>
      </Box>
    ))}
    <Stack gap={10} w={300}>
      <GoodsName goods={GOODS[0]!} />
      <GoodsName goods={GOODS[0]!} layout="stacked" />
      <GoodsName goods={GOODS[1]!} layout="whole" />
    </Stack>
  </Section>
)

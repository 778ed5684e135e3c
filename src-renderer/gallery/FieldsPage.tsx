import { Checkbox, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Card } from '../design/Card.tsx'
import { Columns } from '../design/Columns.tsx'
import { DropFile } from '../design/DropFile.tsx'
import { DayField } from '../design/fields/DayField.tsx'
import { MonthField } from '../design/fields/MonthField.tsx'
import { PiecesField } from '../design/fields/PiecesField.tsx'
import { RupiahField } from '../design/fields/RupiahField.tsx'
import { Section } from '../design/Section.tsx'
import { type LastScan, ScanField } from '../design/scanner/ScanField.tsx'
import { galleryShortcuts } from './gallery.shortcuts.ts'

/** Money, pieces, days, months, text, scans and files; right, empty and refused. */
export function FieldsPage() {
  const [price, setPrice] = useState<number | null>(1_250_000)
  const [cost, setCost] = useState<number | null>(null)
  const [pieces, setPieces] = useState<number | null>(12)
  const [day, setDay] = useState<string | null>('2026-11-22')
  const [month, setMonth] = useState<string | null>('2026-11')
  const [name, setName] = useState('Kemeja Lung Ukir')
  const [last, setLast] = useState<LastScan | null>(null)
  const [scans, setScans] = useState<string[]>([])
  const [files, setFiles] = useState<string[]>([])
  const onScan = (code: string) => {
    setScans((before) => [...before, code])
    const isKnown = !code.startsWith('8')
    setLast({ code, at: Date.now(), outcome: isKnown ? 'right' : 'unknown', note: 'Kemeja Kawung Alit M, 1 lagi' })
  }
  return (
    <Columns of="repeat(auto-fit, minmax(320px, 1fr))" gap={20} align="start">
      <Section title="Uang dan jumlah" aside={<output data-testid="price">{price ?? 'kosong'}</output>}>
        <Card>
          <Stack gap={14}>
            <RupiahField label="Harga Jual" value={price} onChange={setPrice} help="Panah atas dan bawah: Rp1.000" />
            <RupiahField label="Harga Modal" value={cost} onChange={setCost} placeholder="belum diisi" />
            <RupiahField
              label="Harga Coret"
              value={115_000}
              onChange={() => {}}
              error="Rugi Rp3.150 per pcs. Harga Titik Impas Rp118.150."
            />
            <PiecesField label="Jumlah" value={pieces} onChange={setPieces} least={1} />
          </Stack>
        </Card>
      </Section>
      <Section title="Hari, teks, pilihan">
        <Card>
          <Stack gap={14}>
            <DayField label="Tanggal" value={day} onChange={setDay} help="Ketik 22/11/26 atau 22 nov" />
            <MonthField label="Bulan" value={month} onChange={setMonth} />
            <TextInput label="Nama produk" value={name} onChange={(event) => setName(event.currentTarget.value)} />
            <TextInput label="Kode SKU" defaultValue="KMJ-LUK-L" error="SKU ini sudah dipakai Kemeja Lung Ukir L." />
            <Select
              label="Jasa Kirim"
              data={['SPX Standard', 'J&T Express', 'SiCepat REG']}
              defaultValue="SPX Standard"
            />
            <Textarea label="Catatan Toko" description="Tidak dikirim ke mana pun" />
            <Checkbox label="Isi paket" defaultChecked />
            <Switch label="Catat uang rumah tangga" defaultChecked />
          </Stack>
        </Card>
      </Section>
      <Section title="Scan dan berkas" aside={<output data-testid="scans">{scans.join(' ')}</output>}>
        <Card>
          <Stack gap={14}>
            <ScanField label="Scan barang" onScan={onScan} last={last} onPair={() => {}} />
            <DropFile
              label="Pilih berkas Seller Centre"
              endings={['.xlsx', '.csv']}
              shortcut={galleryShortcuts.choose}
              onFiles={(chosen) => setFiles(chosen.map((file) => file.name))}
            />
            <output>{files.join(', ')}</output>
          </Stack>
        </Card>
      </Section>
    </Columns>
  )
}

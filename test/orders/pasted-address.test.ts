import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressLine, type PastedAddress, splitAddress } from '../../src-shared/orders/pasted-address.ts'

const EMPTY: PastedAddress = { name: '', phone: '', address: '', district: '', city: '', province: '', postcode: '' }

const VECTORS: readonly (readonly [what: string, block: string, fields: Partial<PastedAddress>])[] = [
  [
    'line by line without labels',
    'Siti Aminah\n081234567890\nJl. Kartini No. 4 RT 02/RW 03\nKec. Tahunan\nKab. Jepara\nJawa Tengah 59427',
    {
      name: 'Siti Aminah',
      phone: '081234567890',
      address: 'Jl. Kartini No. 4 RT 02/RW 03',
      district: 'Tahunan',
      city: 'Kab. Jepara',
      province: 'Jawa Tengah',
      postcode: '59427',
    },
  ],
  [
    'with labels',
    'Nama : Budi Santoso\nNo. HP : +62 812-3456-7890\nAlamat : Perum Griya Asri Blok C5, Desa Mantingan\nKecamatan : Tahunan\nKota/Kab : Jepara\nProvinsi : Jateng\nKode Pos : 59421',
    {
      name: 'Budi Santoso',
      phone: '081234567890',
      address: 'Perum Griya Asri Blok C5, Desa Mantingan',
      district: 'Tahunan',
      city: 'Jepara',
      province: 'Jawa Tengah',
      postcode: '59421',
    },
  ],
  [
    'bold WhatsApp labels',
    '*Nama:* Rina\n*No WA:* 0857 1111 2222\n*Alamat:* Gg. Melati 3, Kel. Condongcatur, Kec. Depok, Sleman, DIY 55283',
    {
      name: 'Rina',
      phone: '085711112222',
      address: 'Gg. Melati 3, Kel. Condongcatur',
      district: 'Depok',
      city: 'Sleman',
      province: 'DI Yogyakarta',
      postcode: '55283',
    },
  ],
  [
    'one line with commas',
    'Dewi Lestari, 0821.9876.5432, Jl. Kaliurang Km 12 no 5, Ngaglik, Sleman, Yogyakarta 55581',
    {
      name: 'Dewi Lestari',
      phone: '082198765432',
      address: 'Jl. Kaliurang Km 12 no 5, Ngaglik, Sleman',
      city: 'Yogyakarta',
      postcode: '55581',
    },
  ],
  [
    'town and province without a comma',
    'Pak Joko\nJl. Pemuda 10\nKudus Jawa Tengah\n59311\nHP 085640001111',
    {
      name: 'Pak Joko',
      phone: '085640001111',
      address: 'Jl. Pemuda 10',
      city: 'Kudus',
      province: 'Jawa Tengah',
      postcode: '59311',
    },
  ],
  [
    'the phone behind the name in brackets',
    'Bu Tuti (0812 3333 4444)\nJl. Mawar 7, Kec. Sukun, Kota Malang, Jatim',
    {
      name: 'Bu Tuti',
      phone: '081233334444',
      address: 'Jl. Mawar 7',
      district: 'Sukun',
      city: 'Kota Malang',
      province: 'Jawa Timur',
    },
  ],
  [
    'Jakarta',
    'Andi\n08111222333\nApartemen Kalibata City Tower A 12/BB\nPancoran, Jakarta Selatan\nDKI Jakarta 12750',
    {
      name: 'Andi',
      phone: '08111222333',
      address: 'Apartemen Kalibata City Tower A 12/BB, Pancoran',
      city: 'Jakarta Selatan',
      province: 'DKI Jakarta',
      postcode: '12750',
    },
  ],
  [
    'a town that is a province too',
    'Yanti\nJl. Sudirman 5\nJambi',
    { name: 'Yanti', address: 'Jl. Sudirman 5', city: 'Jambi' },
  ],
  [
    'the label on a line of its own',
    'Nama\nHeru Prasetyo\nAlamat\nDsn. Krajan RT 1 RW 2\nKecamatan\nBangsri\nKabupaten\nJepara',
    { name: 'Heru Prasetyo', address: 'Dsn. Krajan RT 1 RW 2', district: 'Bangsri', city: 'Jepara' },
  ],
  [
    'sentences around it stay in the address',
    'Halo kak ini alamat saya ya\nMaya\n087812345678\nJl. Anggrek 1, Kota Bekasi\nTolong dibungkus kado',
    { name: 'Halo kak ini alamat saya ya', phone: '087812345678', city: 'Kota Bekasi' },
  ],
  ['nothing', '', {}],
  ['only a street', 'Jl. Kartini 4', { address: 'Jl. Kartini 4' }],
  [
    'a landline is no mobile phone',
    'Toko Maju\nJl. A. Yani 5\n(0291) 591234',
    { address: 'Toko Maju, Jl. A. Yani 5, (0291) 591234' },
  ],
  [
    'a house number of five digits stands before the postcode',
    'Rudi, Jl. Raya 12345, Kab. Bogor, Jawa Barat, 16720',
    { name: 'Rudi', address: 'Jl. Raya 12345', city: 'Kab. Bogor', province: 'Jawa Barat', postcode: '16720' },
  ],
]

test.each(VECTORS)('%s', (_, block, fields) => {
  const found = splitAddress(block)
  expect(found).toMatchObject({ ...('address' in fields ? EMPTY : {}), ...fields })
})

test('nothing that was written is lost, whatever is understood of it', () => {
  const LINES = VECTORS.flatMap(([, block]) => block.split(/\n|, /)).filter(Boolean)
  const LABEL_WORDS = /nama|alamat|kecamatan|kabupaten|kota|kab|kec|provinsi|prov|kode|pos|no|hp|wa|telp|telepon/g
  const said = (text: string) =>
    (
      text
        .toLowerCase()
        .replace(/(?<!\d)(?:\+?62|0)[ .()-]*8(?:[ .()-]*\d){7,11}/g, ' ')
        .replace(LABEL_WORDS, ' ')
        .match(/[a-z0-9]+/g) ?? []
    ).filter((word) => !/^(?:jateng|jatim|diy|jabar|i|dki|d)$/.test(word))
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...LINES), { maxLength: 8 }),
      fc.constantFrom('\n', ', ', '\r\n'),
      (lines, between) => {
        const block = lines.join(between)
        const found = splitAddress(block)
        const kept = new Set(said(Object.values(found).join('|').replace('DI Yogyakarta', 'Yogyakarta')))
        for (const word of said(block)) expect(kept, block).toContain(word)
        expect(addressLine(found).length).toBeGreaterThanOrEqual(found.address.length)
      },
    ),
    { numRuns: 300 },
  )
})

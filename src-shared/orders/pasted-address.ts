/**
 * An address block as buyers send it by WhatsApp, split into its fields. Nothing is lost: what is not understood stays in the
 * address. Phones begin with 08, 62 or +62 (national numbering plan, E.164 country code 62); postcodes have five digits.
 */
export interface PastedAddress {
  name: string
  phone: string
  /** Street, RT/RW, village, and whatever nothing else could be made of, in the order it was written. */
  address: string
  /** Kecamatan. */
  district: string
  /** Kota or kabupaten, as it was written. */
  city: string
  province: string
  postcode: string
}

const NOTHING: PastedAddress = { name: '', phone: '', address: '', district: '', city: '', province: '', postcode: '' }

/** The 38 provinces by the names people write; the first is how we write it. */
const PROVINCES: readonly (readonly string[])[] = [
  ['Aceh', 'NAD', 'Nanggroe Aceh Darussalam'],
  ['Sumatera Utara', 'Sumatra Utara', 'Sumut'],
  ['Sumatera Barat', 'Sumatra Barat', 'Sumbar'],
  ['Riau'],
  ['Kepulauan Riau', 'Kepri'],
  ['Jambi'],
  ['Sumatera Selatan', 'Sumatra Selatan', 'Sumsel'],
  ['Kepulauan Bangka Belitung', 'Bangka Belitung', 'Babel'],
  ['Bengkulu'],
  ['Lampung'],
  ['DKI Jakarta', 'D.K.I. Jakarta', 'DK Jakarta', 'Daerah Khusus Jakarta', 'Daerah Khusus Ibukota Jakarta'],
  ['Jawa Barat', 'Jabar'],
  ['Banten'],
  ['Jawa Tengah', 'Jateng'],
  ['DI Yogyakarta', 'D.I. Yogyakarta', 'D.I.Yogyakarta', 'DIY', 'D.I.Y', 'Daerah Istimewa Yogyakarta'],
  ['Jawa Timur', 'Jatim'],
  ['Bali'],
  ['Nusa Tenggara Barat', 'NTB'],
  ['Nusa Tenggara Timur', 'NTT'],
  ['Kalimantan Barat', 'Kalbar'],
  ['Kalimantan Tengah', 'Kalteng'],
  ['Kalimantan Selatan', 'Kalsel'],
  ['Kalimantan Timur', 'Kaltim'],
  ['Kalimantan Utara', 'Kaltara'],
  ['Sulawesi Utara', 'Sulut'],
  ['Sulawesi Tengah', 'Sulteng'],
  ['Sulawesi Selatan', 'Sulsel'],
  ['Sulawesi Tenggara', 'Sultra'],
  ['Sulawesi Barat', 'Sulbar'],
  ['Gorontalo'],
  ['Maluku'],
  ['Maluku Utara', 'Malut'],
  ['Papua'],
  ['Papua Barat'],
  ['Papua Barat Daya'],
  ['Papua Tengah'],
  ['Papua Pegunungan'],
  ['Papua Selatan'],
]

const plainOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
const PROVINCE_BY_NAME = new Map(PROVINCES.flatMap((names) => names.map((name) => [plainOf(name), names[0]!] as const)))

/** Provinces that are also towns are provinces only where a town is named beside them, or by a label. */
const ALSO_A_TOWN: ReadonlySet<string> = new Set(['Jambi', 'Bengkulu', 'Gorontalo'])

/** Large towns and regencies that stand without Kota or Kab. before them. */
const TOWNS: ReadonlySet<string> = new Set(
  `ambon|balikpapan|banda aceh|bandar lampung|bandung|banjar|banjarbaru|banjarmasin|bantul|banyumas|banyuwangi|batam|batang|batu|
  bekasi|bengkulu|binjai|bitung|blitar|blora|bogor|bojonegoro|bondowoso|bontang|boyolali|brebes|bukittinggi|ciamis|cianjur|cilacap|
  cilegon|cimahi|cirebon|demak|denpasar|depok|dumai|garut|gianyar|gorontalo|gresik|grobogan|gunungkidul|indramayu|jakarta|
  jakarta barat|jakarta pusat|jakarta selatan|jakarta timur|jakarta utara|jambi|jayapura|jember|jepara|jogja|jombang|karanganyar|
  karawang|kebumen|kediri|kendal|kendari|klaten|kudus|kulon progo|kuningan|kupang|lamongan|lampung|lumajang|madiun|magelang|magetan|
  majalengka|makassar|malang|manado|mataram|medan|metro|mojokerto|nganjuk|ngawi|pacitan|padang|palangkaraya|palembang|palu|
  pamekasan|pangandaran|pangkalpinang|pasuruan|pati|payakumbuh|pekalongan|pekanbaru|pemalang|pematangsiantar|ponorogo|pontianak|
  probolinggo|purbalingga|purwakarta|purwokerto|purworejo|rembang|salatiga|samarinda|sampang|sampit|semarang|serang|sidoarjo|
  singkawang|situbondo|sleman|solo|sorong|sragen|subang|sukabumi|sukoharjo|sumedang|sumenep|surabaya|surakarta|tabanan|tangerang|
  tangerang selatan|tangsel|tanjungpinang|tarakan|tasikmalaya|tegal|temanggung|ternate|trenggalek|tuban|tulungagung|wonogiri|
  wonosobo|yogyakarta`
    .split('|')
    .map((town) => town.trim()),
)

type Field = Exclude<keyof PastedAddress, 'address'> | 'address'
const LABELS: readonly (readonly [Field, RegExp])[] = [
  ['name', /^(?:nama(?: lengkap| penerima| pembeli)?|penerima|kepada|yth|name|to|an|a\/n|u\.?p)$/],
  [
    'phone',
    /^(?:no(?:mor)?\.? ?(?:hp|telp?|telepon|telpon|wa|whatsapp|handphone)?|hp|wa|whatsapp|telp?|telepon|telpon|handphone|phone|kontak|contact)$/,
  ],
  ['address', /^(?:alamat(?: lengkap| pengiriman| rumah| kirim)?|almt|address|jalan)$/],
  ['district', /^(?:kec(?:amatan)?)$/],
  ['city', /^(?:kota(?: ?\/ ?kab(?:upaten)?)?|kab(?:upaten)?(?: ?\/ ?kota)?|city)$/],
  ['province', /^(?:prov(?:insi|ince)?|propinsi)$/],
  ['postcode', /^(?:kode ?pos|kodepos|pos|zip(?: ?code)?|postal code)$/],
]

const labelOf = (text: string): Field | null => {
  const plain = text
    .toLowerCase()
    .replace(/[*_.]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return LABELS.find(([, label]) => label.test(plain))?.[0] ?? null
}

const PHONE = /(?<![\d])(?:\+?62|0)[\s.()-]*8(?:[\s.()-]*\d){7,11}(?!\d)/
const POSTCODE = /(?<!\d)[1-9]\d{4}(?!\d)/
/** What makes a text one of an address rather than of a person. */
const STREET =
  /\d|\b(?:jl|jln|jalan|gg|gang|rt|rw|no|blok|perum|perumahan|komplek|kompleks|dusun|dsn|desa|ds|kel|kelurahan|kp|kampung|toko|kantor|apartemen|apt|ruko|kos|lantai|kec|kab|kota)\b/i
const tidy = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/(?:\s*,\s*)+/g, ', ')
    .replace(/^[\s,;:.\-–]+|[\s,;:\-–]+$/g, '')
    .trim()

/** Splits a pasted block. Text without line breaks is understood as far as its commas tell. */
export function splitAddress(block: string): PastedAddress {
  const found = { ...NOTHING }
  const rest: string[] = []
  const lines = block
    .normalize('NFC')
    .replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069\u00A0]/g, ' ')
    // WhatsApp's marks of bold text
    .replace(/\*([^*\n]+)\*/g, '$1')
    .split(/\r?\n/)
    .map((line) => line.replace(/^[\s*_•·\-–]+|[\s*_]+$/g, ''))
    .filter((line) => line !== '')
  let waiting: Field | null = null
  for (const line of lines) {
    const labelled = /^([^:=]{1,28})\s*[:=]\s*(.*)$/.exec(line)
    const label = labelled ? labelOf(labelled[1]!) : labelOf(line)
    // a label on a line of its own names the next one
    if (label && !labelled) {
      waiting = label
      continue
    }
    const value = label ? labelled![2]! : line
    const field: Field | null = label ?? waiting
    waiting = value.trim() === '' ? field : null
    if (value.trim() === '') continue
    if (field === null || field === 'address' || !take(found, field, value)) rest.push(...partsOf(value))
  }
  return read(found, rest)
}

const partsOf = (line: string) => line.split(/[,;|]/).map((part) => part.trim())

/** Puts a labelled value into its field; false when it is none of that kind, or the field is taken. */
function take(found: PastedAddress, field: Exclude<Field, 'address'>, value: string): boolean {
  if (found[field] !== '') return false
  if (field === 'phone') {
    const phone = PHONE.exec(value)
    if (!phone || tidy(value.replace(phone[0], '')) !== '') return false
    found.phone = phoneOf(phone[0])
  } else if (field === 'postcode') {
    if (!/^[1-9]\d{4}$/.test(value.trim())) return false
    found.postcode = value.trim()
  } else if (field === 'province') found.province = PROVINCE_BY_NAME.get(plainOf(value)) ?? tidy(value)
  else found[field] = tidy(value)
  return true
}

const phoneOf = (written: string) => written.replace(/\D/g, '').replace(/^62/, '0')

/** What stands without labels, part by part: phone and postcode wherever they are, the region from its end. */
function read(found: PastedAddress, parts: readonly string[]): PastedAddress {
  let rest = [...parts]
  const cut = (pattern: RegExp, accept: (text: string) => void) => {
    const at = rest.findIndex((part) => pattern.test(part))
    if (at < 0) return
    const [match] = pattern.exec(rest[at]!)!
    accept(match)
    rest[at] = rest[at]!.replace(match, ' ')
      .replace(/\(\s*\)/g, ' ')
      .replace(/\b(?:no\.? ?)?(?:hp|wa|telp?|telepon|kode ?pos)\b[\s.:]*$/i, '')
  }
  if (found.phone === '') cut(PHONE, (phone) => (found.phone = phoneOf(phone)))
  if (found.postcode === '') {
    // the last five digits are the postcode; a house number of five digits would stand before it
    rest.reverse()
    cut(POSTCODE, (postcode) => (found.postcode = postcode))
    rest.reverse()
  }
  rest = rest.map(tidy).filter((part) => part !== '' && part !== '.')
  if (found.name === '' && rest.length > 1 && isName(rest[0]!)) found.name = rest.shift()!
  const takeLast = (accept: (part: string) => boolean) => {
    const at = rest.findLastIndex(accept)
    if (at >= 0) rest.splice(at, 1)
  }
  if (found.province === '') takeLast((part) => provinceIn(part, rest, found))
  if (found.city === '')
    takeLast((part) => {
      const city = /^(?:kota(?:\s+adm(?:inistrasi)?\.?)?|kab(?:upaten)?)\b\.?\s*(.+)$/i.exec(part)
      if (!city && !TOWNS.has(plainOf(part))) return false
      found.city = part
      return true
    })
  if (found.city === '') takeLast((part) => cityWithProvince(part, found))
  if (found.district === '')
    takeLast((part) => {
      const district = /^kec(?:amatan)?\b[.\s]*(.+)$/i.exec(part)
      if (!district) return false
      found.district = district[1]!
      return true
    })
  found.address = rest.join(', ')
  return found
}

const isName = (part: string) =>
  part.length <= 60 && !STREET.test(part) && !PROVINCE_BY_NAME.has(plainOf(part)) && !TOWNS.has(plainOf(part))

function provinceIn(part: string, rest: readonly string[], found: PastedAddress): boolean {
  const name = PROVINCE_BY_NAME.get(plainOf(part.replace(/^prov(?:insi)?\b\.?/i, '')))
  if (!name) return false
  const namesTown = rest.some((other) => other !== part && (TOWNS.has(plainOf(other)) || /^(?:kota|kab)/i.test(other)))
  if (ALSO_A_TOWN.has(name) && !namesTown && found.city === '') return false
  found.province = name
  return true
}

/** `Jepara Jawa Tengah` without a comma between them. */
function cityWithProvince(part: string, found: PastedAddress): boolean {
  const words = part.split(' ')
  for (let at = 1; at < words.length; at++) {
    const [town, province] = [words.slice(0, at).join(' '), PROVINCE_BY_NAME.get(plainOf(words.slice(at).join(' ')))]
    const isTown = TOWNS.has(plainOf(town)) || /^(?:kota|kab)\b/i.test(town)
    if (!province || !isTown || found.province !== '') continue
    found.city = town
    found.province = province
    return true
  }
  return false
}

/** How the fields stand in a form that has no place of its own for district and postcode. */
export const addressLine = ({ address, district, postcode }: PastedAddress): string =>
  [address, district && `Kec. ${district}`, postcode].filter(Boolean).join(', ')

import type { Platform } from './book.ts'

/** A corner of the category tree, in Indonesian as sellers see it. */
export interface Category {
  id: string
  parentId: string
  name: string
  isLeaf: boolean
  permission: 'AVAILABLE' | 'INVITE_ONLY'
  platforms: Platform[]
  attributes: Attribute[]
}

export interface Attribute {
  id: string
  name: string
  type: 'SALES_PROPERTY' | 'PRODUCT_PROPERTY'
  isRequired: boolean
  isCustomizable: boolean
  isMultiple: boolean
  values: { id: string; name: string }[]
}

const both: Platform[] = ['TIKTOK_SHOP', 'TOKOPEDIA']

const COLOUR: Attribute = {
  id: '100000',
  name: 'Warna',
  type: 'SALES_PROPERTY',
  isRequired: false,
  isCustomizable: true,
  isMultiple: false,
  values: [
    { id: '1000001', name: 'Merah' },
    { id: '1000002', name: 'Biru' },
    { id: '1000003', name: 'Hitam' },
    { id: '1000004', name: 'Putih' },
  ],
}
const SIZE: Attribute = {
  id: '100007',
  name: 'Ukuran',
  type: 'SALES_PROPERTY',
  isRequired: false,
  isCustomizable: true,
  isMultiple: false,
  values: ['S', 'M', 'L', 'XL', 'XXL'].map((name, index) => ({ id: `100007${index + 1}`, name })),
}
const MATERIAL: Attribute = {
  id: '100392',
  name: 'Bahan',
  type: 'PRODUCT_PROPERTY',
  isRequired: true,
  isCustomizable: true,
  isMultiple: true,
  values: [
    { id: '1003921', name: 'Katun' },
    { id: '1003922', name: 'Rayon' },
    { id: '1003923', name: 'Sutra' },
  ],
}
const PATTERN: Attribute = {
  id: '100157',
  name: 'Pola',
  type: 'PRODUCT_PROPERTY',
  isRequired: false,
  isCustomizable: false,
  isMultiple: false,
  values: [
    { id: '1001571', name: 'Batik' },
    { id: '1001572', name: 'Polos' },
  ],
}
const CLOTHES = [COLOUR, SIZE, MATERIAL, PATTERN]

const branch = (id: string, parentId: string, name: string): Category => ({
  id,
  parentId,
  name,
  isLeaf: false,
  permission: 'AVAILABLE',
  platforms: both,
  attributes: [],
})
const leaf = (id: string, parentId: string, name: string, attributes: Attribute[], more: Partial<Category> = {}) => ({
  ...branch(id, parentId, name),
  isLeaf: true,
  attributes,
  ...more,
})

export const CATEGORIES: readonly Category[] = [
  branch('601152', '0', 'Pakaian & Pakaian Dalam Wanita'),
  branch('842888', '601152', 'Atasan Wanita'),
  leaf('601226', '842888', 'Blus & Kemeja', CLOTHES),
  leaf('601302', '842888', 'Outer & Kardigan', CLOTHES),
  branch('842889', '601152', 'Pakaian Tidur'),
  leaf('601410', '842889', 'Daster', CLOTHES),
  branch('824328', '0', 'Pakaian & Pakaian Dalam Pria'),
  branch('842248', '824328', 'Atasan Pria'),
  leaf('601195', '842248', 'Kemeja', CLOTHES),
  branch('600001', '0', 'Perlengkapan Rumah'),
  branch('600002', '600001', 'Tekstil Rumah'),
  leaf('600154', '600002', 'Kain Batik', [COLOUR, { ...MATERIAL, isRequired: false }]),
  branch('700437', '0', 'Kesehatan'),
  branch('950344', '700437', 'Suplemen'),
  leaf('950345', '950344', 'Vitamin', [], { permission: 'INVITE_ONLY', platforms: ['TIKTOK_SHOP'] }),
]

export const categoryOf = (id: string) => CATEGORIES.find((category) => category.id === id)

/** From the root down to the category. */
export function chainOf(id: string): Category[] {
  const category = categoryOf(id)
  return category ? [...chainOf(category.parentId), category] : []
}

/** Where the goods of the practice shop belong. */
export const CATEGORY_OF_GOODS: Record<string, string> = {
  Kemeja: '601195',
  Blus: '601226',
  Outer: '601302',
  Daster: '601410',
  Kain: '600154',
}

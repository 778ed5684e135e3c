/** A few branches of the tree: enough to list what the practice shop sells, and to list it wrongly. */
export interface Category {
  id: number
  parentId: number
  english: string
  name: string
}

export const CATEGORIES: readonly Category[] = [
  { id: 100011, parentId: 0, english: 'Men Clothes', name: 'Pakaian Pria' },
  { id: 100017, parentId: 0, english: 'Women Clothes', name: 'Pakaian Wanita' },
  { id: 100047, parentId: 100011, english: 'Shirts', name: 'Kemeja' },
  { id: 100104, parentId: 100017, english: 'Blouses', name: 'Blus & Kemeja' },
  { id: 100107, parentId: 100017, english: 'Outerwear', name: 'Outerwear' },
  { id: 100350, parentId: 100017, english: 'House dresses', name: 'Daster' },
  { id: 100354, parentId: 100017, english: 'Traditional wear', name: 'Pakaian Tradisional' },
  { id: 100360, parentId: 100354, english: 'Batik cloth', name: 'Kain Batik' },
]

export const hasChildren = (id: number): boolean => CATEGORIES.some(({ parentId }) => parentId === id)
export const isLeaf = (id: number): boolean => CATEGORIES.some((category) => category.id === id) && !hasChildren(id)

/** Of the practice shop's own words. */
export const CATEGORY_OF: Record<string, number> = {
  Kemeja: 100047,
  Blus: 100104,
  Outer: 100107,
  Daster: 100350,
  Kain: 100360,
}

export interface Attribute {
  id: number
  name: string
  english: string
  isMandatory: boolean
  values: { id: number; name: string; english: string }[]
}

/** The same for every leaf here. */
export const ATTRIBUTES: readonly Attribute[] = [
  {
    id: 100037,
    name: 'Bahan',
    english: 'Material',
    isMandatory: true,
    values: [
      { id: 1001, name: 'Katun', english: 'Cotton' },
      { id: 1002, name: 'Rayon', english: 'Rayon' },
      { id: 1003, name: 'Sutra', english: 'Silk' },
    ],
  },
  {
    id: 100134,
    name: 'Motif',
    english: 'Pattern',
    isMandatory: false,
    values: [
      { id: 2001, name: 'Batik', english: 'Batik' },
      { id: 2002, name: 'Polos', english: 'Plain' },
    ],
  },
]

/** A category that asks for a brand; "NoBrand" is one of the answers. */
export const NEEDS_BRAND: ReadonlySet<number> = new Set([100107])

export interface Brand {
  id: number
  name: string
  /** Shopee has not looked at it yet: nothing can be sold under it. */
  isPending?: boolean
}

const BRANDS: readonly Brand[] = [
  { id: 1_146_303, name: 'Batik Ratna' },
  { id: 1_146_304, name: 'Lung Ukir' },
  { id: 1_146_305, name: 'Canting Jepara' },
]

/** Those of Shopee and those the shop asked for itself. */
export const brandsOf = ({ ownBrands = [] }: { ownBrands?: Brand[] }): readonly Brand[] => [...BRANDS, ...ownBrands]

/** What a listing must keep to. Source: get_item_limit; the price spread: "Stock and price management" (2025-12). */
export const LIMITS = {
  name: { min: 5, max: 255 },
  description: { min: 20, max: 5000 },
  price: { min: 99, max: 150_000_000 },
  stock: { min: 0, max: 10_000_000 },
  images: { min: 1, max: 9 },
  tiers: 2,
  options: 50,
  optionLetters: 20,
  models: 100,
  /** Dearest variation of a listing over its cheapest. */
  priceSpread: 7,
  imageBytes: 10 * 1024 * 1024,
}

import type { StockRow } from '../../src-shared/inventory/inventory.ts'

/** `Kemeja Lung Ukir, Biru, L`, as it is read out and titled. */
export const skuLabel = ({
  productName,
  motif,
  colour,
  size,
}: Pick<StockRow, 'productName' | 'motif' | 'colour' | 'size'>): string =>
  [productName, ...[motif, colour].filter((option) => option && !productName.includes(option)), size]
    .filter(Boolean)
    .join(', ')

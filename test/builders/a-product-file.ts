import { type CellInFile, type Strings, workbookBytes } from './workbook-bytes.ts'

export interface GoodsInFile {
  productId: CellInFile
  productName?: string
  modelId?: CellInFile
  variationName?: string
  parentSku?: string
  sku?: string
  price: CellInFile
  stock: CellInFile
}

/** Shopee's mass update of prices and stock: machine keys, the file's own mark, labels, marks of what must be filled, help, goods from row 7. */
export const aShopeeProductFile = (
  goods: readonly GoodsInFile[],
  strings: Strings = 'shared',
  parts: Record<string, string> = {},
) =>
  workbookBytes(
    [
      {
        name: 'Sheet1',
        rows: [
          [
            'et_title_product_id',
            'et_title_product_name',
            'et_title_variation_id',
            'et_title_variation_name',
            'et_title_parent_sku',
            'et_title_variation_sku',
            'et_title_variation_price',
            'ps_gtin_code',
            'et_title_variation_stock',
            'et_title_reason',
          ],
          ['sales_info', '1f0c7d5b2a', 225874, 3],
          [
            'Kode Produk',
            'Nama Produk',
            'Kode Variasi',
            'Nama Variasi',
            'SKU Induk',
            'SKU',
            'Harga',
            'GTIN',
            'Stok',
            'Alasan',
          ],
          ['Wajib', 'Wajib', 'Wajib', 'Opsional', 'Opsional', 'Opsional', 'Wajib', 'Opsional', 'Wajib', null],
          ['Jangan diubah', null, 'Jangan diubah'],
          [null, 'Isi dengan angka tanpa titik'],
          ...goods.map(
            ({
              productId,
              productName = '',
              modelId = '0',
              variationName = '',
              parentSku = '',
              sku = '',
              price,
              stock,
            }) => [productId, productName, modelId, variationName, parentSku, sku, price, null, stock],
          ),
        ],
      },
    ],
    strings,
    parts,
  )

/** TikTok's batch edit: the sheet of goods between one of explanations and a hidden one. */
export const aTiktokProductFile = (goods: readonly GoodsInFile[], warehouses: readonly string[] = []) => {
  const stockKeys = warehouses.length > 0 ? warehouses.map((id) => `warehouse_quantity/${id}`) : ['quantity']
  return workbookBytes(
    [
      {
        name: 'Template',
        rows: [
          ['product_id', 'product_name', 'sku_id', 'variation_value', 'price', ...stockKeys, 'seller_sku'],
          ['V3', 'Sales_Information'],
          [
            'ID Produk',
            'Nama Produk',
            'ID SKU',
            'Variasi',
            'Harga',
            ...stockKeys.map(() => 'Kuantitas'),
            'SKU Penjual',
          ],
          ['Wajib', 'Opsional', 'Wajib'],
          ['Jangan diubah'],
          ...goods.map(({ productId, productName = '', modelId = '', variationName = '', sku = '', price, stock }) => [
            productId,
            productName,
            modelId,
            variationName,
            price,
            ...stockKeys.map((_, at) => (at === 0 ? stock : 2)),
            sku,
          ]),
        ],
      },
      { name: 'Instruction', rows: [['Cara mengisi'], ['1. Ubah harga']] },
      { name: 'Attributes', rows: [['gaya', '12']], hidden: true },
    ],
    'inline',
    {},
  )
}

import type { ProductFileLook } from '../../../../src-shared/channels/product-files.contract.ts'
import { DomainError } from '../../../../src-shared/kernel/refusal.ts'
import { handedFile } from '../../handed-file.ts'
import type { Outside } from '../../outside.ts'
import type { RoomNeeds } from '../../room-needs.ts'
import type { CellEdit } from '../../spreadsheet/editing/worksheet-with.ts'
import { bytesOf, tooComplex } from '../../spreadsheet/refuse.ts'
import { requireShopFor } from '../shop-of-channel.ts'
import { withOurGoods } from './our-goods.ts'
import type { ProductFile } from './read-product-file.ts'

interface Needs extends Pick<RoomNeeds, 'read' | 'now'> {
  outside: Outside
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const createProductFiles = ({ read, now, outside }: Needs) => {
  /** @throws the refusals of reading; NOT_A_PRODUCT_FILE, PRODUCT_FILE_TELLS_NOTHING */
  const opened = async (given: File): Promise<{ name: string; bytes: Uint8Array; file: ProductFile }> => {
    const { name } = given
    const bytes = await bytesOf(given)
    const file = await outside.doApart('product file', { name, bytes }).catch(tooComplex(name))
    if (!file) throw new DomainError('NOT_A_PRODUCT_FILE', { name })
    if (file.kind !== 'sales') throw new DomainError('PRODUCT_FILE_TELLS_NOTHING', { name, kind: file.kind })
    return { name, bytes, file }
  }

  return {
    /** What the channel says of its goods beside what we say. @throws as `opened`; SHOP_NOT_FOUND, WRONG_CHANNEL */
    async look({ file: given, shopId }: { file: File; shopId: string }): Promise<ProductFileLook> {
      const { name, file } = await opened(given)
      await requireShopFor(read, shopId, file.channel, name)
      return {
        channel: file.channel,
        kind: file.kind,
        takesStock: file.stockColumn !== null,
        takesPrice: file.priceColumn !== null,
        warehouses: file.warehouses,
        unreadable: file.unreadable,
        rows: await withOurGoods(read, shopId, file.rows, now()),
      }
    },

    /** Rows that are none of goods, and cells that the file does not have, are left alone. */
    async write({
      file: given,
      edits,
    }: {
      file: File
      edits: readonly { row: number; stock?: number | undefined; price?: number | undefined }[]
    }): Promise<File> {
      const { name, bytes, file } = await opened(given)
      const goods = new Set(file.rows.map(({ row }) => row))
      const cell = (row: number, column: number | null, value: number | undefined): CellEdit[] =>
        column === null || value === undefined ? [] : [{ row, column, value }]
      const cells = edits
        .filter(({ row }) => goods.has(row))
        .flatMap(({ row, stock, price }) => [
          ...cell(row, file.stockColumn, stock),
          ...cell(row, file.priceColumn, price),
        ])
      const edited = await outside
        .doApart('edit workbook', { name, bytes, sheet: file.sheet, edits: cells })
        .catch(tooComplex(name))
      return handedFile(name, XLSX, edited)
    },
  }
}
export type ProductFilesService = ReturnType<typeof createProductFiles>

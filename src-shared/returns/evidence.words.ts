import { words } from '../kernel/words.ts'

/** What stands in the folder of evidence that goes to a channel or courier. */
export const evidenceWords = words(
  {
    fileName: 'bukti-retur',
    listName: 'daftar-bukti',
    listTitle: (order: string, waybill: string) => `Bukti retur pesanan ${order}${waybill ? `, resi ${waybill}` : ''}`,
    takenIn: (moment: string) => `Disimpan ${moment}`,
  },
  {
    fileName: 'return-evidence',
    listName: 'list-of-evidence',
    listTitle: (order, waybill) => `Evidence of the return of order ${order}${waybill ? `, waybill ${waybill}` : ''}`,
    takenIn: (moment) => `Kept ${moment}`,
  },
)

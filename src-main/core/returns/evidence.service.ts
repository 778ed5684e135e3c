import { formatMoment } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { evidenceWords } from '../../../src-shared/returns/evidence.words.ts'
import { handedFile } from '../handed-file.ts'
import { orderRowById } from '../orders/order-view.repository.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { writeZip } from '../spreadsheet/writing/write-zip.ts'
import { evidenceBytes, evidenceOf } from './evidence.repository.ts'

/** Evidence as files: one to look at, or all of a return for an appeal. */
export const createEvidence = ({ read }: Pick<RoomNeeds, 'read'>) => ({
  async get(id: string) {
    const kept = await evidenceBytes(read, id)
    if (!kept) throw new DomainError('RETURN_STEP_NOT_FOUND', { id })
    return handedFile(kept.name, kept.mediaType, kept.bytes)
  },

  async export(orderId: string) {
    const order = await orderRowById(read, orderId)
    if (!order) throw new DomainError('ORDER_NOT_FOUND', { code: orderId })
    const { zone, language } = await settingsOf(read)
    const w = evidenceWords[language]
    const rows = await evidenceOf(read, orderId)
    // two photos of one name must not hide each other
    const files = rows.map((row, index) => ({ ...row, path: `${index + 1}-${row.name}` }))
    const parts = []
    for (const { id, path } of files) parts.push({ path, bytes: (await evidenceBytes(read, id))!.bytes })
    const list = [
      w.listTitle(order.number, order.trackingNumber),
      '',
      ...files.flatMap(({ path, at, sha256, note }) => [
        path,
        `  ${w.takenIn(formatMoment(at, zone, language))}`,
        `  SHA-256 ${sha256}`,
        ...(note ? [`  ${note}`] : []),
        '',
      ]),
    ]
    return handedFile(
      `${w.fileName}-${order.number.replaceAll(/[^\w.-]/g, '_')}.zip`,
      'application/zip',
      writeZip([{ path: `${w.listName}.txt`, text: list.join('\r\n') }, ...parts]),
    )
  },
})

import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { inventoryRefusals } from '../inventory/inventory.refusals.ts'
import { BusinessDay } from '../kernel/business-day.ts'
import { CarriedFile, HandedFile } from '../kernel/carried-file.ts'
import { Id } from '../kernel/ids.ts'
import { PageInput, page } from '../kernel/page.ts'
import { pick } from '../kernel/refusal.ts'
import { AccountCode } from '../ledger/ledger.ts'
import { Channel } from '../orders/order.ts'
import { settingsRefusals } from '../settings/settings.refusals.ts'
import { RowProblem } from './channel-file.ts'
import { channelsRefusals } from './channels.refusals.ts'
import {
  ImportProgress,
  ImportRun,
  PreviewProgress,
  ReadingProgress,
  Shop,
  StagedFile,
  WithdrawalProgress,
} from './channels.ts'
import { fileRefusals } from './files.refusals.ts'
import { ArchiveContents } from './many-files.ts'

const anyFileRefusal = pick(
  fileRefusals,
  'FILE_EMPTY',
  'FILE_TOO_LARGE',
  'FILE_NOT_A_SPREADSHEET',
  'FILE_DAMAGED',
  'FILE_UNPACKS_TOO_LARGE',
  'FILE_TOO_COMPLEX',
  'FILE_TOO_MANY_ROWS',
  'FILE_NOT_RECOGNISED',
  'FILE_OF_ANOTHER_CURRENCY',
  'FILE_COLUMNS_MISSING',
  'FILE_WITHOUT_CONTENTS',
  'FILE_OF_SEVERAL_KINDS',
  'FILE_WITH_SEVERAL_SHEETS',
)

/**
 * A file, or one of an opened archive. `modifiedAt`: when the file was last changed, as its disk says, be it 1980: no moment of
 * the shop's, and never a reason to refuse.
 */
const FileInHand = z.union([
  z.object({ file: CarriedFile, modifiedAt: z.number().int().optional().catch(undefined) }),
  z.object({ archiveId: Id, entry: z.string().max(1024) }),
])

const readingRefusals = { ...anyFileRefusal, ...pick(channelsRefusals, 'ARCHIVE_NOT_FOUND') }

/**
 * Into a shop, or, of a bank statement, an account of the books; `NOT_ITS_PLACE` of the other. A shop that is not there yet
 * is made with the import, and not at all when that is refused.
 */
const ImportInto = z.object({
  importId: Id,
  shopId: Id.optional(),
  newShop: Shop.shape.name.optional(),
  account: AccountCode.optional(),
})
const placeRefusals = pick(
  channelsRefusals,
  'IMPORT_NOT_FOUND',
  'SHOP_NOT_FOUND',
  'SHOP_NAME_TAKEN',
  'WRONG_CHANNEL',
  'NOT_ITS_PLACE',
  'ACCOUNT_NOT_A_WALLET',
  'NOTHING_TO_IMPORT',
)

const Withdrawal = z.object({ importId: Id, moveTo: Id.optional() })
const withdrawalRefusals = pick(
  channelsRefusals,
  'IMPORT_NOT_FOUND',
  'IMPORT_ALREADY_WITHDRAWN',
  'IMPORT_ORDERS_SHIPPED',
  'IMPORT_BYTES_GONE',
  'SHOP_NOT_FOUND',
  'WRONG_CHANNEL',
  'SAME_SHOP',
)

export const channelsContract = {
  shops: {
    list: oc.route({ method: 'GET', path: '/shops' }).output(z.array(Shop)),
    save: oc
      .route({ method: 'PUT', path: '/shops' })
      .input(z.object({ id: Id, channel: Channel.exclude(['own']), name: Shop.shape.name }))
      .output(Shop)
      .errors(pick(channelsRefusals, 'SHOP_NAME_TAKEN')),
  },
  archives: {
    /** Looks into a ZIP of several files. It waits in memory, the newest alone, for half an hour. */
    open: oc
      .route({ method: 'POST', path: '/archives' })
      .input(z.object({ file: CarriedFile }))
      .output(ArchiveContents.extend({ archiveId: Id }))
      .errors({
        ...pick(
          fileRefusals,
          'FILE_EMPTY',
          'FILE_TOO_LARGE',
          'FILE_NOT_A_SPREADSHEET',
          'FILE_DAMAGED',
          'FILE_UNPACKS_TOO_LARGE',
          'FILE_TOO_COMPLEX',
        ),
        ...pick(channelsRefusals, 'ARCHIVE_WITHOUT_FILES'),
      }),
  },
  files: {
    /** Reads and recognises a file. Nothing is written. */
    stage: oc.route({ method: 'POST', path: '/imports' }).input(FileInHand).output(StagedFile).errors(readingRefusals),
    /** The same, telling how far it is. Whoever leaves before the end of the stream has stopped the reading, and no file waits. */
    read: oc
      .route({ method: 'POST', path: '/imports/read' })
      .input(FileInHand)
      .output(eventIterator(ReadingProgress))
      .errors(readingRefusals),
    /**
     * What importing would do: the import itself, rehearsed and rolled back; and, where orders are older than the books, what it
     * would do if these began earlier. With `newShop`, its name, the
     * shop need not exist yet.
     */
    preview: oc
      .route({ method: 'POST', path: '/imports/preview' })
      .input(ImportInto)
      .output(eventIterator(PreviewProgress))
      .errors(placeRefusals),
    /**
     * Takes the file in. Once accepted it goes on whoever stops listening, and through a restart; asking again joins it where
     * it is, or answers how it ended. `work.stop` with the import's id is Batal: what had come in is taken back, and the
     * stream says so; said before anything was accepted, even before this call arrives, nothing comes in under this id.
     * `startDay`: the books begin on that day from now on, and the file comes in as if they had begun then; Batal leads back
     * from both.
     * `despite`: the other shops that a preview named as doubts and that the person has seen; without them such a file is
     * refused.
     */
    confirm: oc
      .route({ method: 'POST', path: '/imports/confirm' })
      .input(ImportInto.extend({ despite: z.array(Id).max(1000).default([]), startDay: BusinessDay.optional() }))
      .output(eventIterator(ImportProgress))
      .errors({
        ...placeRefusals,
        ...pick(channelsRefusals, 'FILE_OF_ANOTHER_SHOP'),
        ...pick(settingsRefusals, 'START_DAY_BOOKS_CLOSED', 'START_DAY_AFTER_RECORDS'),
        ...pick(inventoryRefusals, 'DAY_IN_FUTURE'),
      }),
    /** What taking an import back would do, or moving it to another shop: the act itself, rehearsed and rolled back. */
    previewWithdrawal: oc
      .route({ method: 'POST', path: '/imports/withdrawal/preview' })
      .input(Withdrawal)
      .output(eventIterator(WithdrawalProgress))
      .errors(withdrawalRefusals),
    /**
     * Takes a whole import back, as if it had never been; with `moveTo` it is taken in under that shop then. Orders that other
     * imports told of are made anew from those. Once accepted it goes on whoever stops listening; asked again it answers what
     * it did.
     */
    withdraw: oc
      .route({ method: 'POST', path: '/imports/withdrawal' })
      .input(Withdrawal)
      .output(eventIterator(WithdrawalProgress))
      .errors(withdrawalRefusals),
    discard: oc
      .route({ method: 'POST', path: '/imports/discard' })
      .input(z.object({ importId: Id }))
      .output(z.object({ importId: Id })),
    history: oc.route({ method: 'GET', path: '/imports' }).input(PageInput).output(page(ImportRun)),
    /** Rows that stayed out of an import, with their reasons, the first 200; also of a file that still waits. */
    problems: oc
      .route({ method: 'GET', path: '/imports/{importId}/problems' })
      .input(z.object({ importId: Id }))
      .output(z.array(RowProblem)),
    /** All of them as a CSV file for Excel in Indonesia: UTF-8 with its mark, semicolons. */
    problemsFile: oc
      .route({ method: 'GET', path: '/imports/{importId}/problems/file' })
      .input(z.object({ importId: Id }))
      .output(HandedFile)
      .errors(pick(channelsRefusals, 'IMPORT_NOT_FOUND')),
  },
}

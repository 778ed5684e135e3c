import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CarriedFile, HandedFile } from '../kernel/carried-file.ts'
import { Id } from '../kernel/ids.ts'
import { pick } from '../kernel/refusal.ts'
import { FileLook, MappingTrial } from './file-look.ts'
import { FileMapping, KnownMapping } from './file-mapping.ts'
import { fileMappingRefusals } from './file-mappings.refusals.ts'
import { fileRefusals } from './files.refusals.ts'

const readingRefusals = pick(
  fileRefusals,
  'FILE_EMPTY',
  'FILE_TOO_LARGE',
  'FILE_NOT_A_SPREADSHEET',
  'FILE_DAMAGED',
  'FILE_UNPACKS_TOO_LARGE',
  'FILE_TOO_COMPLEX',
  'FILE_TOO_MANY_ROWS',
)

const Place = z.object({ fileId: Id, sheet: z.number().int().min(0).max(1000), headingRow: z.number().int().min(1) })

/** Layouts of files that no reader knows: taught once, remembered by their headings. */
export const fileMappingsContract = {
  /** Looks at a file that nobody knows: where its headings stand, what its columns seem to be. Nothing is written. */
  look: oc
    .route({ method: 'POST', path: '/file-mappings/look' })
    .input(z.object({ file: CarriedFile, modifiedAt: z.number().int().optional().catch(undefined) }))
    .output(FileLook)
    .errors({ ...readingRefusals, ...pick(fileMappingRefusals, 'NO_HEADING_ROW') }),
  /** The same of a waiting file, with another sheet or heading row. */
  lookAgain: oc
    .route({ method: 'POST', path: '/file-mappings/look-again' })
    .input(Place.extend({ headingRow: Place.shape.headingRow.optional() }))
    .output(FileLook)
    .errors({ ...readingRefusals, ...pick(fileMappingRefusals, 'UNKNOWN_FILE_GONE', 'NO_HEADING_ROW') }),
  /** What the file says by this mapping. Nothing is written. */
  try: oc
    .route({ method: 'POST', path: '/file-mappings/try' })
    .input(Place.extend({ mapping: FileMapping }))
    .output(MappingTrial)
    .errors({
      ...readingRefusals,
      ...pick(fileMappingRefusals, 'UNKNOWN_FILE_GONE', 'MAPPING_DOES_NOT_FIT', 'MAPPING_UNSOUND'),
    }),
  list: oc.route({ method: 'GET', path: '/file-mappings' }).output(z.array(KnownMapping)),
  /** Remembers a layout; another one with the same headings is replaced. Files taken in by it stay as they are. */
  save: oc
    .route({ method: 'PUT', path: '/file-mappings' })
    .input(FileMapping)
    .output(KnownMapping)
    .errors(pick(fileMappingRefusals, 'MAPPING_UNSOUND')),
  remove: oc
    .route({ method: 'POST', path: '/file-mappings/remove' })
    .input(z.object({ id: Id }))
    .output(z.object({ id: Id }))
    .errors(pick(fileMappingRefusals, 'MAPPING_NOT_FOUND')),
  /** A layout as a small file for another shop. */
  share: oc
    .route({ method: 'GET', path: '/file-mappings/share' })
    .input(z.object({ id: Id }))
    .output(HandedFile)
    .errors(pick(fileMappingRefusals, 'MAPPING_NOT_FOUND')),
  /** Takes in a layout that another shop shared. It is data: checked whole, and nothing of it is run. */
  takeIn: oc
    .route({ method: 'POST', path: '/file-mappings/take-in' })
    .input(z.object({ file: CarriedFile }))
    .output(KnownMapping)
    .errors(pick(fileMappingRefusals, 'NOT_A_SHARED_MAPPING')),
}

import { MOST_FILE_MEGABYTES } from '../../../src-shared/channels/file-contents.ts'

const MEGABYTE = 1024 * 1024

/** How much of a file is read before it is refused. A month of a busy shop fits many times over. */
export const LIMITS = {
  megabyte: MEGABYTE,
  workbookMegabytes: 20,
  csvMegabytes: MOST_FILE_MEGABYTES,
  /** All unpacked parts of one workbook together, counted while unpacking and not as the archive declares them. */
  unpackedBytes: 200 * MEGABYTE,
  /** Per part; below the floor a part may pack as well as it likes. */
  unpackRatio: 100,
  unpackRatioFloorBytes: MEGABYTE,
  archiveParts: 2_000,
  /** Filled rows of a sheet below its heading. */
  rows: 200_000,
  /** Cells further right are not looked at: formatted but empty columns may run to the thousands. */
  columns: 100,
  cellCharacters: 32_767,
  sheets: 255,
}

import { readChannelFile } from '../../../src-main/core/channels/files/read-channel-file.ts'
import type { ChannelFile, OrderFile, RowProblem } from '../../../src-shared/channels/channel-file.ts'
import { fileRefusals } from '../../../src-shared/channels/files.refusals.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { OrderSnapshot } from '../../../src-shared/orders/order.ts'

export const read = async (bytes: Uint8Array, name = 'Order.all.xlsx'): Promise<OrderFile> =>
  asOrders(await readChannelFile({ name, bytes, zone: 'WIB' }))

/** The file, when it is an order list. */
export function asOrders(file: ChannelFile): OrderFile {
  if ('orders' in file) return file
  throw new Error(`expected orders, found ${file.kind}`)
}

export const snapshotsOf = (file: OrderFile): OrderSnapshot[] => file.orders.map(({ snapshot }) => snapshot)

/** The only order of a file. */
export async function orderIn(bytes: Uint8Array): Promise<OrderSnapshot> {
  const file = await read(bytes)
  const [only, ...others] = snapshotsOf(file)
  if (!only || others.length > 0) throw new Error(`expected one order, problems: ${JSON.stringify(file.problems)}`)
  return only
}

/** `NOT_A_DATE J3` for a problem in column J of row 3. */
export const cellsOf = (problems: readonly RowProblem[]): string[] =>
  problems.map(({ code, row, columnLetter }) => `${code} ${columnLetter}${row}`)

/** The refusal of a whole file; its facts have been held against the refusal's own schema. */
export async function refusalOf(bytes: Uint8Array, name = 'Order.all.xlsx') {
  try {
    await read(bytes, name)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const refusal = fileRefusals[error.code as keyof typeof fileRefusals]
    refusal.data.parse(error.facts)
    return { code: error.code, facts: error.facts }
  }
  throw new Error('the file was read')
}

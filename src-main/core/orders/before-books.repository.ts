import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { Reader } from '../database/open.ts'

/** Sales that were finished before the books began, and the day of the first of them; null while there are none. */
export async function salesBeforeBooks(
  reader: Reader,
  startDay: BusinessDay,
): Promise<{ orders: number; firstDay: BusinessDay } | null> {
  const { orders, firstDay } = await reader
    .selectFrom('sales_order')
    .select(({ fn }) => [fn.countAll<number>().as('orders'), fn.min<BusinessDay | null>('placed_day').as('firstDay')])
    // what ended before the books began was placed before, and these days are few in most shops
    .where('placed_day', '<', startDay)
    .where('is_history', '=', 1)
    .where('counts', '=', 1)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return firstDay === null ? null : { orders, firstDay }
}

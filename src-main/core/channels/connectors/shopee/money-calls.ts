import { z } from 'zod'
import type { Page, Payload, Window } from '../connector.ts'
import { escrows } from './order-calls.ts'
import { RELEASES_A_PAGE, ROWS_A_PAGE } from './unsure.ts'
import { type AtShop, endOf, listOf, payloadOf, secondsOf, Text } from './wire.ts'

const Releases = z.looseObject({
  more: z.boolean().nullish(),
  escrow_list: listOf(z.looseObject({ order_sn: z.string(), escrow_release_time: z.number().int() })),
})

/** What was released, each with the sums it is made of. Pages are counted from one. */
export async function settlements(shop: AtShop, window: Window, cursor: string | null): Promise<Page<Payload>> {
  const page = Number(cursor ?? 1)
  const { said, at } = await shop.told(Releases, {
    method: 'GET',
    path: 'payment/get_escrow_list',
    query: {
      release_time_from: secondsOf(window.from),
      release_time_to: endOf(window),
      page_no: page,
      page_size: RELEASES_A_PAGE,
    },
    isReading: true,
  })
  const sums = await escrows(
    shop,
    said.escrow_list.map(({ order_sn }) => order_sn),
  )
  return {
    items: said.escrow_list.map((release) =>
      payloadOf(
        `${release.order_sn}/${release.escrow_release_time}`,
        { release, escrow: sums.get(release.order_sn) ?? null },
        at,
      ),
    ),
    next: said.more ? String(page + 1) : null,
  }
}

const Movements = z.looseObject({
  more: z.boolean().nullish(),
  transaction_list: listOf(
    z.looseObject({
      transaction_type: z.union([z.string(), z.number()]).nullish(),
      create_time: z.number().int(),
      amount: z.number(),
      current_balance: z.number().nullish(),
      order_sn: Text,
      withdrawal_id: z.union([z.string(), z.number()]).nullish(),
    }),
  ),
})

/** Movements of the seller's balance. Pages are counted from nought. No row has an id of its own: what it says is its key. */
export async function walletLines(shop: AtShop, window: Window, cursor: string | null): Promise<Page<Payload>> {
  const page = Number(cursor ?? 0)
  const { said, at } = await shop.told(Movements, {
    method: 'GET',
    path: 'payment/get_wallet_transaction_list',
    query: {
      page_no: page,
      page_size: ROWS_A_PAGE,
      create_time_from: secondsOf(window.from),
      create_time_to: endOf(window),
    },
    isReading: true,
  })
  return {
    items: said.transaction_list.map((row) => {
      const { create_time, transaction_type, order_sn, withdrawal_id, amount, current_balance } = row
      const key = [create_time, transaction_type, order_sn, withdrawal_id, amount, current_balance]
      return payloadOf(key.map((part) => part ?? '').join('/'), row, at)
    }),
    next: said.more ? String(page + 1) : null,
  }
}

const Returns = z.looseObject({ more: z.boolean().nullish(), return: listOf(z.looseObject({ return_sn: z.string() })) })

/** Returns that changed. Pages are counted from nought. */
export async function changedReturns(shop: AtShop, window: Window, cursor: string | null): Promise<Page<Payload>> {
  const page = Number(cursor ?? 0)
  const { said, at } = await shop.told(Returns, {
    method: 'GET',
    path: 'returns/get_return_list',
    query: {
      page_no: page,
      page_size: ROWS_A_PAGE,
      update_time_from: secondsOf(window.from),
      update_time_to: endOf(window),
    },
    isReading: true,
  })
  return {
    items: said.return.map((each) => payloadOf(each.return_sn, each, at)),
    next: said.more ? String(page + 1) : null,
  }
}

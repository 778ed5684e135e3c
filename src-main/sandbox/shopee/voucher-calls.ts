import { z } from 'zod'
import { onPage } from './discount-calls.ts'
import { statusAt } from './discounts.ts'
import { Id, Int, queryInt, queryOneOf, read } from './parameters.ts'
import { type Shopee, secondsNow, type Voucher } from './state.ts'
import { type Payload, Refused } from './wire.ts'

/* Vouchers of the seller, kept and shown; the buyer robot uses its own. Source: v2.voucher pages (2026-08). */

const HOUR = 3_600
const LONGEST = 92 * 86_400
const MOST = 1_000
const [FIXED, PERCENT, COINS] = [1, 2, 3]
const OF_PRODUCTS = 2

const CHANGING = {
  usage_quantity: Int.min(1),
  min_basket_price: z.number().min(0),
  discount_amount: z.number().positive().optional(),
  percentage: Int.min(1).max(100).optional(),
  max_price: z.number().min(0).optional(),
  display_channel_list: z.array(Int).optional(),
  item_id_list: z.array(Id).optional(),
  display_start_time: Int.optional(),
}
const ADD = z.object({
  voucher_name: z.string().min(1),
  voucher_code: z.string(),
  start_time: Int,
  end_time: Int,
  voucher_type: Int.min(1).max(2),
  reward_type: Int.min(1).max(3),
  ...CHANGING,
})

export function addVoucher(shopee: Shopee, body: unknown): Payload {
  const asked = read(ADD, body, 'voucher.')
  const { state } = shopee
  const now = secondsNow(shopee)
  if (!/^[0-9A-Za-z]{1,5}$/.test(asked.voucher_code))
    throw no(
      'voucher_code_error',
      "Voucher code doesn't meet the requirement. Only support 0-9 or A-Z or a-z. Up to 5 characters.",
    )
  // a shop's codes begin with the first signs of its name
  const code = `${state.shop.name.replace(/[^A-Za-z]/g, '').slice(0, 4)}${asked.voucher_code}`.toUpperCase()
  state.vouchers ??= []
  const all = state.vouchers
  const open = all.filter((each) => statusAt(each, now) !== 'expired')
  if (open.some((each) => each.facts.voucher_code === code))
    throw no('voucher_code_duplicate_error', 'Duplicated voucher code.')
  if (open.length >= MOST)
    throw no('voucher_over_limit', 'The total number of ongoing voucher and upcoming voucher cannot exceed 1000.')
  const { start_time: start, end_time: end, ...facts } = asked
  if (start < now) throw no('voucher_start_time_error', 'Voucher start time is earlier than current time.')
  const voucher: Voucher = {
    id: 395_000_000_000_000 + all.length + 1,
    start,
    end,
    isDeleted: false,
    facts: { ...facts, voucher_code: code },
  }
  check(shopee, voucher)
  all.push(voucher)
  return { response: { voucher_id: voucher.id } }
}

const no = (error: string, message: string) => new Refused(`voucher.${error}`, message)

function check({ state }: Shopee, { start, end, facts }: Voucher) {
  if (end - start < HOUR)
    throw no('voucher_time_period_error', 'Voucher end time must be 1 hour later than the start time.')
  if (end - start > LONGEST) throw no('voucher_end_time_error', 'Voucher valid period can not be longer than 3 months.')
  if (facts.reward_type === COINS) throw no('voucher_coin_error', 'Cannot create coin cashback voucher.')
  if (facts.reward_type === FIXED) {
    if (facts.discount_amount === undefined) throw no('error_param', 'discount_amount is required')
    if (facts.min_basket_price !== 0 && facts.min_basket_price <= facts.discount_amount)
      throw no(
        'voucher_min_price_error',
        'Min_basket_price must be higher than the fix amount if Min_basket_price is not 0.',
      )
  }
  if (facts.reward_type === PERCENT && facts.percentage === undefined) throw no('error_param', 'percentage is required')
  if (facts.voucher_type !== OF_PRODUCTS) return
  const ids = facts.item_id_list ?? []
  if (ids.length === 0) throw no('error_param', 'item_id_list is required')
  if (new Set(ids).size < ids.length) throw no('voucher_item_duplication_error', 'Duplicated items in item_id_list.')
  if (ids.some((id) => !state.items.has(id)))
    throw no('voucher_item_not_exist', "Some item in item_id_list doesn't exist")
}

const UPDATE = z.object({
  voucher_id: Id,
  voucher_name: z.string().min(1).optional(),
  start_time: Int.optional(),
  end_time: Int.optional(),
  ...CHANGING,
  usage_quantity: CHANGING.usage_quantity.optional(),
  min_basket_price: CHANGING.min_basket_price.optional(),
})

export function updateVoucher(shopee: Shopee, body: unknown): Payload {
  const { voucher_id, start_time, end_time, ...asked } = read(UPDATE, body, 'voucher.')
  const now = secondsNow(shopee)
  const voucher = voucherOf(shopee, voucher_id)
  if (statusAt(voucher, now) === 'expired') throw no('error_param', 'An expired voucher cannot be updated.')
  if (start_time !== undefined && start_time !== voucher.start) {
    if (statusAt(voucher, now) === 'ongoing')
      throw no('error_param', 'The start time of an ongoing voucher cannot be updated.')
    if (start_time < now) throw no('voucher_start_time_error', 'Voucher start time is earlier than current time.')
  }
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
  const next = {
    ...voucher,
    start: start_time ?? voucher.start,
    end: end_time ?? voucher.end,
    facts: { ...voucher.facts, ...given },
  }
  check(shopee, next)
  Object.assign(voucher, next)
  return { response: { voucher_id } }
}

const ONE = z.object({ voucher_id: Id })

export function endVoucher(shopee: Shopee, body: unknown): Payload {
  const voucher = voucherOf(shopee, read(ONE, body, 'voucher.').voucher_id)
  if (statusAt(voucher, secondsNow(shopee)) !== 'ongoing')
    throw no('error_param', 'Only the ongoing voucher can be ended.')
  voucher.end = secondsNow(shopee)
  return { response: { voucher_id: voucher.id } }
}

export function deleteVoucher(shopee: Shopee, body: unknown): Payload {
  const voucher = voucherOf(shopee, read(ONE, body, 'voucher.').voucher_id)
  if (statusAt(voucher, secondsNow(shopee)) !== 'upcoming')
    throw no('error_param', 'Only the upcoming voucher can be deleted.')
  voucher.isDeleted = true
  return { response: { voucher_id: voucher.id } }
}

function voucherOf({ state }: Shopee, id: number): Voucher {
  const found = state.vouchers?.find((each) => each.id === id && !each.isDeleted)
  if (!found) throw new Refused('voucher.error_not_found', 'The information you queried is not found.')
  return found
}

const shown = ({ id, start, end, facts }: Voucher) => ({
  voucher_id: id,
  ...facts,
  current_usage: 0,
  start_time: start,
  end_time: end,
  is_admin: false,
  voucher_purpose: 0,
})

export function voucherDetail(shopee: Shopee, query: unknown): Payload {
  return {
    response: shown(voucherOf(shopee, read(z.object({ voucher_id: queryInt() }), query, 'voucher.').voucher_id)),
  }
}

const LIST = z.object({
  page_no: queryInt(1, 5_000).default(1),
  page_size: queryInt(1, 100).default(20),
  status: queryOneOf(['upcoming', 'ongoing', 'expired', 'all']),
})

export function voucherList(shopee: Shopee, query: unknown): Payload {
  const asked = read(LIST, query, 'voucher.')
  const now = secondsNow(shopee)
  const found = (shopee.state.vouchers ?? []).filter(
    (each) => !each.isDeleted && (asked.status === 'all' || statusAt(each, now) === asked.status),
  )
  const { rows, more } = onPage(found, asked)
  return {
    response: {
      more,
      voucher_list: rows.map((each) => {
        const {
          item_id_list: _,
          display_channel_list: __,
          min_basket_price: ___,
          max_price: ____,
          ...row
        } = shown(each)
        return row
      }),
    },
  }
}

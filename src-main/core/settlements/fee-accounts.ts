import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import { UNMAPPED_CHANNEL_FEE } from '../../../src-shared/ledger/channel-fee-account.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import type { Meaning } from '../../../src-shared/settlements/meaning.ts'
import { normalName } from './normal-name.ts'
import { SHIPPED_RULES } from './shipped-rules.ts'

/** What an amount of this name is, and where it goes. */
export interface Meant {
  meaning: Meaning
  account: AccountCode
}

/** What the owner said of a name, from a day on. */
export interface OwnRule extends Meant {
  channel: Channel
  normal: string
  from: BusinessDay
}

const UNKNOWN: Meant = { meaning: 'unknown', account: UNMAPPED_CHANNEL_FEE }

interface Shipped {
  byName: ReadonlyMap<string, Meant>
  /** Beginnings of names; the longest that fits speaks. */
  families: readonly [beginning: string, meant: Meant][]
}

const shipped = new Map<Channel, Shipped>(
  Object.entries(SHIPPED_RULES).map(([channel, rules]) => {
    const named = rules.flatMap(({ names, meaning, account }) => names.map((name) => ({ name, meaning, account })))
    return [
      channel as Channel,
      {
        byName: new Map(
          named
            .filter(({ name }) => !name.endsWith('*'))
            .map(({ name, meaning, account }) => [normalName(name), { meaning, account }]),
        ),
        families: named
          .filter(({ name }) => name.endsWith('*'))
          .map(({ name, meaning, account }): [string, Meant] => [normalName(name.slice(0, -1)), { meaning, account }])
          .sort(([a], [b]) => b.length - a.length),
      },
    ]
  }),
)

/** What the program itself knows of a name; null when it does not. */
export function shippedMeaning(channel: Channel, normal: string): Meant | null {
  const known = shipped.get(channel)
  if (!known) return null
  return known.byName.get(normal) ?? known.families.find(([beginning]) => normal.startsWith(beginning))?.[1] ?? null
}

/** The rules as they stand: what the owner said from a day on wins over what the program knows. */
export function feeAccounts(own: readonly OwnRule[]) {
  const byName = Map.groupBy(
    own.toSorted((a, b) => (a.from < b.from ? 1 : -1)),
    ({ channel, normal }) => `${channel}/${normal}`,
  )
  return {
    /** @param partOf the column that the name is a part of, as names are compared; what is known of it holds for its parts. */
    of(channel: Channel, normal: string, partOf: string, day: BusinessDay): Meant {
      const known = (name: string) => {
        const said = byName.get(`${channel}/${name}`)?.find(({ from }) => from <= day)
        return said ? { meaning: said.meaning, account: said.account } : shippedMeaning(channel, name)
      }
      return known(normal) ?? (partOf === '' ? null : known(partOf)) ?? UNKNOWN
    },
  }
}
export type FeeAccounts = ReturnType<typeof feeAccounts>

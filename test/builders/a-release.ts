import { feeAccounts } from '../../src-main/core/settlements/fee-accounts.ts'
import { normalName } from '../../src-main/core/settlements/normal-name.ts'
import type { Release } from '../../src-main/core/settlements/release.ts'
import type { Channel } from '../../src-shared/orders/order.ts'
import type { SettlementKind, SettlementStatement } from '../../src-shared/settlements/settlement-file.ts'

const rules = feeAccounts([])

/** What a channel released on a day, by its own names, as the program's own rules read them. */
export function aRelease(
  channel: Channel,
  releasedOn: string,
  amounts: Record<string, number>,
  kind: SettlementKind = 'order',
): Release {
  const released = Object.values(amounts).reduce((sum, amount) => sum + amount, 0)
  return {
    id: `${kind} ${releasedOn} ${released}`,
    key: [kind, '', releasedOn, released, 1].join('/'),
    kind,
    releasedOn,
    released,
    description: '',
    lines: Object.entries(amounts).map(([name, amount]) => ({
      name,
      amount,
      ...rules.of(channel, normalName(name), '', releasedOn),
    })),
  }
}

/** What a file tells of one release. */
export function aStatement(
  orderNumber: string,
  releasedOn: string,
  amounts: Record<string, number>,
  facts: Partial<SettlementStatement> = {},
): SettlementStatement {
  const lines = Object.entries(amounts).map(([name, amount]) => ({ name, amount }))
  return {
    kind: 'order',
    orderNumber,
    reference: '',
    releasedOn,
    released: lines.reduce((sum, { amount }) => sum + amount, 0),
    lines,
    description: '',
    ...facts,
  }
}

import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import { UNMAPPED_CHANNEL_FEE } from '../../../src-shared/ledger/channel-fee-account.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import type { SettlementKind } from '../../../src-shared/settlements/settlement-file.ts'
import type { FeeAccounts } from './fee-accounts.ts'
import { normalName } from './normal-name.ts'
import type { Release } from './release.ts'

/*
 * A balance report tells of the same releases as the income file, without their fees. Where both tell, the income file's word
 * stands and the line of the balance only confirms it; where the balance alone tells, the line is a release without details: what
 * was released is known, and the rest of the claim waits in 6119 until the income file explains it. This is worked out from all
 * that is told of an order, so it never matters which file came first.
 */

/** A line of a balance report that moved money for an order. */
export interface BalanceLine {
  id: string
  day: BusinessDay
  amount: number
  kind: SettlementKind
  /** The channel's word: its type of transaction. */
  type: string
  description: string
}

/** An income file dates an adjustment by its making or by its payment; the balance has it days later at most. */
const DAYS_APART = 7

/** All releases of one order: those that income files tell, and what the balance tells beyond them. */
export function withBalanceLines(
  told: readonly Release[],
  lines: readonly BalanceLine[],
  meant: (line: BalanceLine) => { meaning: Release['lines'][number]['meaning']; account: AccountCode },
): Release[] {
  if (lines.length === 0) return [...told]
  const open = [...told]
  const left = leftAfter(open, leftAfter(open, inOrder(lines), isSameDay), isSameMoney)
  // one release that both tell of with another amount is one all the same; its difference shows in the balance
  const alone = leftAfter(open, left, isSameRelease)
  return [...told, ...alone.map((line) => releaseOf(line, meant(line)))]
}

type ToldMoney = Pick<Release, 'kind' | 'released' | 'releasedOn'>
type LineMoney = Pick<BalanceLine, 'id' | 'day' | 'amount'>

const isNear = ({ releasedOn }: ToldMoney, { day }: LineMoney) => daysBetween(releasedOn, day) <= DAYS_APART

const isSameDay = (release: ToldMoney, line: LineMoney): boolean =>
  release.released === line.amount && release.releasedOn === line.day

/** The goods are paid for once, whatever day each file says; as much as before may be taken back once more. */
const isSameMoney = (release: ToldMoney, line: LineMoney): boolean =>
  release.released === line.amount && ((release.kind === 'order' && line.amount > 0) || isNear(release, line))

/** What was taken back of an order afterwards is not its release, nor is what another month paid. */
const isSameRelease = (release: ToldMoney, line: LineMoney & Pick<BalanceLine, 'kind'>): boolean =>
  release.kind === 'order' &&
  line.kind === 'order' &&
  Math.sign(release.released) === Math.sign(line.amount) &&
  isNear(release, line)

/** What income files tell of one order that none of its balance lines confirms. */
export function unconfirmed<Told extends ToldMoney>(told: readonly Told[], lines: readonly LineMoney[]): Told[] {
  const open = [...told]
  leftAfter(open, leftAfter(open, inOrder(lines), isSameDay), isSameMoney)
  return open
}

/**
 * Which lines that name no order an income file tells of too: beside another adjustment without one, else beside one of an order
 * that no line with its number confirms, since a balance report leaves the number out now and then.
 */
export function confirmedLines(
  told: readonly ToldMoney[],
  toldOfOrders: readonly ToldMoney[],
  lines: readonly LineMoney[],
): Set<string> {
  const left = [told, toldOfOrders].reduce((some, each) => {
    const open = [...each]
    return leftAfter(open, leftAfter(open, some, isSameDay), isSameMoney)
  }, inOrder(lines))
  const alone = new Set(left.map(({ id }) => id))
  return new Set(lines.flatMap(({ id }) => (alone.has(id) ? [] : [id])))
}

const inOrder = <Line extends LineMoney>(lines: readonly Line[]): Line[] =>
  lines.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1))

/** Lines that none of the open releases fits; those that fit one take it out. */
const leftAfter = <Told, Line>(
  open: Told[],
  lines: readonly Line[],
  fits: (release: Told, line: Line) => boolean,
): Line[] => lines.filter((line) => !takeOut(open, (release) => fits(release, line)))

const daysBetween = (a: BusinessDay, b: BusinessDay) => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000

/** Takes the first that fits out of the list; false when none does. */
function takeOut<T>(list: T[], fits: (each: T) => boolean): boolean {
  const index = list.findIndex(fits)
  if (index >= 0) list.splice(index, 1)
  return index >= 0
}

const releaseOf = (
  { id, day, amount, kind, type, description }: BalanceLine,
  { meaning, account }: { meaning: Release['lines'][number]['meaning']; account: AccountCode },
): Release => ({
  id,
  key: `balance/${id}`,
  kind,
  releasedOn: day,
  released: amount,
  description: kind === 'order' ? '' : description,
  // without details it pays for the goods or takes back what they were paid, and what is missing has no name yet
  lines: [{ name: type, amount, account, meaning: kind !== 'order' ? meaning : amount < 0 ? 'refund' : 'goods price' }],
  isBare: kind === 'order',
})

interface AccountRule {
  account: AccountCode
  says: RegExp
  /** From this day on. */
  from: BusinessDay
}

/** Where an adjustment goes that only a balance report tells of; what no rule knows lands in 6119, where it is seen. */
const OF_ADJUSTMENTS: readonly AccountRule[] = [
  { account: '4901', says: /kompensasi|compensation|penggantian|asuransi|^platform subsidy\b/i, from: '2000-01-01' },
  { account: '6102', says: /^platform deduction\b/i, from: '2000-01-01' },
  { account: '6101', says: /administrasi|komisi/i, from: '2000-01-01' },
  { account: '6104', says: /afiliasi|affiliate|komisi ams/i, from: '2000-01-01' },
  { account: '4201', says: /pengembalian dana|refund/i, from: '2000-01-01' },
  { account: '6108', says: /ongkos kirim|ongkir|shipping/i, from: '2000-01-01' },
  { account: '6109', says: /ongkos kirim pengembalian|ongkir retur|return shipping/i, from: '2000-01-01' },
  {
    account: '6110',
    says: /(biaya|fee|potongan)\b.*(penarikan|\btarik|withdraw)|withdraw\w* fee/i,
    from: '2000-01-01',
  },
]

/** The last rule that fits speaks. */
export const adjustmentAccount = (
  day: BusinessDay,
  { type, description }: Pick<BalanceLine, 'type' | 'description'>,
): AccountCode =>
  OF_ADJUSTMENTS.findLast(({ says, from }) => from <= day && says.test(`${type} ${description}`))?.account ??
  UNMAPPED_CHANNEL_FEE

/** What an adjustment is: by the rule for its type, else by what it says; that it is an adjustment says nothing yet. */
export function meaningOfLine(rules: FeeAccounts, channel: Channel, line: BalanceLine) {
  const said = rules.of(channel, normalName(line.type), '', line.day)
  return said.account === UNMAPPED_CHANNEL_FEE
    ? { meaning: 'adjustment' as const, account: adjustmentAccount(line.day, line) }
    : said
}

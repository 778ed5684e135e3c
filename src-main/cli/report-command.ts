import {
  businessDay,
  firstOfMonth,
  formatDayLong,
  type Language,
  lastOfMonth,
  monthOf,
} from '../../src-shared/kernel/business-day.ts'
import { formatNumber, formatStatement } from '../../src-shared/kernel/rupiah.ts'
import type { Naming } from '../../src-shared/ledger/account-name.ts'
import { booksWords } from '../../src-shared/ledger/books.words.ts'
import type { LabaRugi, Neraca, StatementSection } from '../../src-shared/ledger/ledger.ts'
import { statementNames } from '../../src-shared/ledger/statement.words.ts'
import { createStatements } from '../core/ledger/statements.service.ts'
import { answerWords } from './answers.words.ts'
import { lookAtShop } from './look-at-shop.ts'

const WIDTH = 52
const AMOUNT = 20

type Shop = Naming & { businessName: string }

const row = (name: string, amounts: readonly number[], indent = 2) =>
  [
    `${' '.repeat(indent)}${name}`.padEnd(WIDTH),
    ...amounts.map((amount) => formatStatement(amount).padStart(AMOUNT)),
  ].join('')

const section = ({ name, lines, total, comparedTotal }: StatementSection, sum: string, isCompared: boolean) => [
  name,
  ...lines
    .map(({ name, amount, compared }) => ({ name, amounts: isCompared ? [amount, compared] : [amount] }))
    .filter(({ amounts }) => amounts.some((amount) => amount !== 0))
    .map(({ name, amounts }) => row(name, amounts)),
  row(sum, isCompared ? [total, comparedTotal] : [total], 0),
  '',
]

/** Laporan posisi keuangan as plain text; with `isCompared` the other day stands in a column of its own. */
export function neracaText(shop: Shop, neraca: Neraca, { isCompared = false } = {}): string {
  const { language, businessName } = shop
  const say = statementNames(shop)
  const { unbalanced, neracaOf } = answerWords[language]
  const day = (day: string) => formatDayLong(day, language)
  const both = (assets: number, compared: number) => (isCompared ? [assets, compared] : [assets])
  return [
    neracaOf(businessName, day(neraca.day)),
    ...(isCompared
      ? [''.padEnd(WIDTH) + [neraca.day, neraca.comparedDay].map((each) => day(each).padStart(AMOUNT)).join('')]
      : []),
    '',
    ...section(neraca.assets, say.totalAssets, isCompared),
    ...section(neraca.liabilities, say.totalLiabilities, isCompared),
    ...section(neraca.equity, say.totalEquity, isCompared),
    row(
      say.totalBoth,
      both(
        neraca.liabilities.total + neraca.equity.total,
        neraca.liabilities.comparedTotal + neraca.equity.comparedTotal,
      ),
      0,
    ),
    ...[neraca.difference, ...(isCompared ? [neraca.comparedDifference] : [])]
      .map((difference) => (difference === 0 ? booksWords[language].balanced : unbalanced(formatStatement(difference))))
      .filter((said, index, all) => all.indexOf(said) === index),
    ...costText(shop, neraca),
  ].join('\n')
}

/** Laporan laba rugi as plain text. */
export function labaRugiText(shop: Shop, report: LabaRugi): string {
  const { language, businessName } = shop
  const say = statementNames(shop)
  const day = (day: string) => formatDayLong(day, language)
  const part = (part: StatementSection) => section(part, say.total(part.name), false)
  return [
    answerWords[language].labaRugiOf(businessName, day(report.from), day(report.to)),
    '',
    ...part(report.revenue),
    ...part(report.costOfGoods),
    row(say.grossProfit, [report.grossProfit.amount], 0),
    '',
    ...part(report.expenses),
    ...part(report.otherIncome),
    ...part(report.financeCost),
    row(say.beforeTax, [report.profitBeforeTax.amount], 0),
    ...part(report.tax),
    row(say.netProfit, [report.netProfit.amount], 0),
    ...costText(shop, report),
  ].join('\n')
}

/** What makes the profit above too high, where something does. */
function costText({ language }: Naming, { costIncomplete }: Pick<Neraca, 'costIncomplete'>): string[] {
  if (!costIncomplete) return []
  const { costMissing, unmappedSold } = booksWords[language]
  const { skus, pieces, unmappedOrders } = costIncomplete
  return [
    '',
    ...(skus > 0 ? [costMissing(formatNumber(pieces), formatNumber(skus))] : []),
    ...(unmappedOrders > 0 ? [unmappedSold(formatNumber(unmappedOrders))] : []),
  ]
}

interface NeracaOptions {
  at?: string | undefined
  compare?: string | undefined
}

interface LabaRugiOptions {
  month?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

interface Reporting extends NeracaOptions, LabaRugiOptions {
  data?: string | undefined
  practice: boolean
  say(text: string, json: unknown): void
  /** The shop's language, as soon as it is known. */
  speak(language: Language): void
}

/** `lumbung report …`; the answer is the exit status. */
export function ofReports(
  report: 'report neraca' | 'report laba-rugi',
  asked: Reporting,
  now: number,
): Promise<number> {
  const { data, practice, say, speak } = asked
  return lookAtShop(data, practice, async (read, { settings, isUnfinished }) => {
    const { language, zone } = settings
    speak(language)
    if (isUnfinished) console.error(answerWords[language].unfinished)
    const statements = createStatements({ read })
    const today = businessDay(now, zone)
    if (report === 'report neraca') {
      const neraca = await statements.neraca(asked.at ?? today, asked.compare)
      say(neracaText(settings, neraca, { isCompared: asked.compare !== undefined }), neraca)
    } else {
      const month = asked.month ?? monthOf(today)
      const labaRugi = await statements.labaRugi(asked.from ?? firstOfMonth(month), asked.to ?? lastOfMonth(month))
      say(labaRugiText(settings, labaRugi), labaRugi)
    }
    return 0
  })
}

import { parseArgs } from 'node:util'
import { isBusinessDay, Month } from '../../src-shared/kernel/business-day.ts'

const read = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    tokens: true,
    options: {
      data: { type: 'string' },
      practice: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      english: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      shop: { type: 'string' },
      wallet: { type: 'string' },
      despite: { type: 'string', multiple: true, default: [] },
      'start-day': { type: 'string' },
      at: { type: 'string' },
      compare: { type: 'string' },
      month: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      format: { type: 'string', default: 'hledger' },
      book: { type: 'string' },
      out: { type: 'string' },
      place: { type: 'string' },
      code: { type: 'string' },
      passphrase: { type: 'string' },
      port: { type: 'string' },
      seed: { type: 'string' },
      skus: { type: 'string' },
      stock: { type: 'string' },
      keep: { type: 'string' },
    },
  })
export type Choices = ReturnType<typeof read>
export type OptionName = keyof Choices['values']

const DAYS = ['start-day', 'at', 'compare', 'from', 'to'] as const
/** Whole numbers, and the largest that makes sense. */
const NUMBERS = { port: 65_535, seed: 2_147_483_647, skus: 20_000, stock: 99_999 } as const
const ONE_OF = { format: ['hledger', 'csv', 'excel'], book: ['usaha', 'rumah'] } as const

/** The options that stand on the command line, without those that have their usual value. */
export const givenOptions = ({ tokens }: Choices): ReadonlySet<OptionName> =>
  new Set(tokens.flatMap((token) => (token.kind === 'option' ? [token.name as OptionName] : [])))

/** What stands on the command line, or one sentence, in both languages, on what cannot be understood of it. */
export function choicesOf(args: string[]): { choices: Choices } | { wrong: string } {
  let choices: Choices
  try {
    choices = read(args)
  } catch (problem) {
    const [option = args.join(' ')] = /'-[^']*'/.exec((problem as Error).message) ?? []
    return {
      wrong: `Pilihan ${option} tidak dikenal atau kurang isinya. Lihat: lumbung --help / The option ${option} is not known or lacks its value. See: lumbung --help --english`,
    }
  }
  const { values } = choices
  for (const name of DAYS) {
    const day = values[name]
    if (day !== undefined && !isBusinessDay(day))
      return {
        wrong: `--${name} ${day} bukan tanggal. Tulis seperti 2026-11-22. / --${name} ${day} is not a day. Write it like 2026-11-22.`,
      }
  }
  const { month } = values
  if (month !== undefined && !Month.safeParse(month).success)
    return {
      wrong: `--month ${month} bukan bulan. Tulis seperti 2026-11. / --month ${month} is not a month. Write it like 2026-11.`,
    }
  for (const [name, most] of Object.entries(NUMBERS)) {
    const number = values[name as keyof typeof NUMBERS]
    if (number !== undefined && !(/^\d{1,10}$/.test(number) && Number(number) <= most))
      return {
        wrong: `--${name} ${number} bukan bilangan dari 0 sampai ${most}. / --${name} ${number} is not a number from 0 to ${most}.`,
      }
  }
  for (const name of ['format', 'book'] as const) {
    const choice = values[name]
    const known: readonly string[] = ONE_OF[name]
    if (choice !== undefined && !known.includes(choice)) {
      const all = known.join(', ')
      return {
        wrong: `--${name} ${choice} tidak dikenal. Pilih ${all}. / --${name} ${choice} is not known. Choose ${all}.`,
      }
    }
  }
  return { choices }
}

import type { OptionName } from './choices.ts'

/** One thing that the command line does. Its sentences stand in `help.words.ts` under the same name. */
interface Command {
  /** What follows its name: how many at least and at most. */
  operands: readonly [least: number, most: number]
  options: readonly OptionName[]
  /** The options without which it does not know what to do. */
  needs?: readonly OptionName[]
  /** It works on no shop, so none can be named. */
  isWithoutShop?: true
}

const SANDBOX = { operands: [0, 0], options: ['port', 'seed', 'skus', 'stock', 'keep'], isWithoutShop: true } as const

const COMMANDS = {
  import: {
    operands: [1, Number.POSITIVE_INFINITY],
    options: ['dry-run', 'shop', 'wallet', 'despite', 'start-day'],
  },
  'report neraca': { operands: [0, 0], options: ['at', 'compare'] },
  'report laba-rugi': { operands: [0, 0], options: ['month', 'from', 'to'] },
  'export journal': { operands: [0, 0], options: ['format', 'book', 'out'] },
  'export semua': { operands: [0, 0], options: ['out'], needs: ['out'] },
  verify: { operands: [0, 0], options: [] },
  backup: { operands: [0, 0], options: ['place'] },
  backups: { operands: [0, 1], options: [] },
  restore: { operands: [1, 1], options: ['code', 'passphrase'] },
  'sandbox shopee': SANDBOX,
  'sandbox tiktok': SANDBOX,
} as const satisfies Record<string, Command>

export type CommandName = keyof typeof COMMANDS
export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[]
export const facts = (name: CommandName): Command => COMMANDS[name]

/** Which shop: for all commands that work on one. */
const OF_A_SHOP: readonly OptionName[] = ['data', 'practice']
/** Understood with every command. */
const EVERYWHERE: readonly OptionName[] = ['json', 'help', 'english']
export const COMMON: readonly OptionName[] = [...OF_A_SHOP, ...EVERYWHERE]

/** All that a command understands, its own first. */
export function optionsOf(name: CommandName): readonly OptionName[] {
  const { options, isWithoutShop } = facts(name)
  return [...options, ...(isWithoutShop ? [] : OF_A_SHOP), ...EVERYWHERE]
}

/** The commands that these words name or begin; all when there are none. */
export const commandsNamed = (words: readonly string[]): CommandName[] =>
  COMMAND_NAMES.filter((name) => {
    const own = name.split(' ')
    return own.every((word, index) => index >= words.length || word === words[index])
  })

/** A command with what follows its name, or one sentence in both languages on what is wrong. */
export function commandOf(
  words: readonly string[],
  given: ReadonlySet<OptionName>,
): { name: CommandName; operands: string[] } | { wrong: string } {
  const [name, ...others] = commandsNamed(words)
  if (name === undefined)
    return {
      wrong: `Perintah "${words.join(' ')}" tidak dikenal. Lihat: lumbung --help / There is no command "${words.join(' ')}". See: lumbung --help --english`,
    }
  const length = name.split(' ').length
  if (others.length > 0 || words.length < length) {
    const known = [name, ...others].join(', ')
    return { wrong: `Perintah belum lengkap. Pilih: ${known} / The command is not complete. Choose: ${known}` }
  }
  const operands = words.slice(length)
  const { operands: range, needs = [] } = facts(name)
  const see = [`Lihat: lumbung ${name} --help`, `See: lumbung ${name} --help --english`] as const
  if (operands.length < range[0] || needs.some((option) => !given.has(option)))
    return { wrong: `Perintah ${name} belum lengkap. ${see[0]} / ${name} is not complete. ${see[1]}` }
  if (operands.length > range[1]) {
    const surplus = operands.slice(range[1]).join(' ')
    return {
      wrong: `"${surplus}" tidak dipakai oleh ${name}. ${see[0]} / ${name} has no use for "${surplus}". ${see[1]}`,
    }
  }
  const understood = optionsOf(name)
  const foreign = [...given].find((option) => !understood.includes(option))
  if (foreign !== undefined)
    return {
      wrong: `--${foreign} tidak berlaku untuk ${name}. ${see[0]} / --${foreign} does not belong to ${name}. ${see[1]}`,
    }
  return { name, operands }
}

import type { Language } from '../../src-shared/kernel/business-day.ts'
import type { OptionName } from './choices.ts'
import { COMMAND_NAMES, COMMON, type CommandName, commandsNamed, facts, optionsOf } from './command-table.ts'
import { commandWords, helpWords, operandWords, optionWords, valueWords } from './help.words.ts'

/** Help on the commands that these words name or begin, on all without words; null when they name none. */
export function helpOn(named: readonly string[], language: Language): string | null {
  if (named.length === 0) return overview(language)
  const commands = commandsNamed(named)
  return commands.length === 0 ? null : commands.map((name) => helpOnOne(name, language)).join('\n\n')
}

const overview = (language: Language): string => {
  const { title, ofOne, inOther, looksOnly, status } = helpWords[language]
  const usages = COMMAND_NAMES.map((name) => `  ${usage(name, language)}`)
  const everywhere = optionLines(COMMON, language)
  return [title, '', ...usages, '', ...everywhere, '', ofOne, looksOnly, status, '', inOther].join('\n')
}

const helpOnOne = (name: CommandName, language: Language): string =>
  [usage(name, language), '', commandWords[language][name], '', ...optionLines(optionsOf(name), language)].join('\n')

function usage(name: CommandName, language: Language): string {
  const { operands, options, needs = [] } = facts(name)
  const operand = operandWords[language][name]
  const shown = operand === undefined ? [] : [operands[0] > 0 ? operand : `[${operand}]`]
  const chosen = options.map((option) =>
    needs.includes(option) ? asTyped(option, language) : `[${asTyped(option, language)}]`,
  )
  return ['lumbung', name, ...shown, ...chosen].join(' ')
}

const asTyped = (option: OptionName, language: Language): string =>
  `--${option} ${valueWords[language][option]}`.trimEnd()

function optionLines(options: readonly OptionName[], language: Language): string[] {
  const widest = Math.max(...options.map((option) => asTyped(option, language).length))
  return options.map((option) => `  ${asTyped(option, language).padEnd(widest)}  ${optionWords[language][option]}`)
}

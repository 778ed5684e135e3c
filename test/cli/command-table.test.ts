import { expect, test } from 'vitest'
import { type Choices, choicesOf, givenOptions } from '../../src-main/cli/choices.ts'
import { COMMAND_NAMES, commandOf, facts, optionsOf } from '../../src-main/cli/command-table.ts'
import { helpOn } from '../../src-main/cli/help.ts'
import { optionWords } from '../../src-main/cli/help.words.ts'

const asked = (...args: string[]) => {
  const { choices } = choicesOf(args) as { choices: Choices }
  return commandOf(choices.positionals, givenOptions(choices))
}

test('a command is known by its words, and what follows them is its own', () => {
  expect(asked('report', 'neraca', '--json')).toEqual({ name: 'report neraca', operands: [] })
  expect(asked('import', 'a.xlsx', 'b.zip', '--dry-run')).toEqual({ name: 'import', operands: ['a.xlsx', 'b.zip'] })
  expect(asked('backups')).toEqual({ name: 'backups', operands: [] })
})

test.each([
  [['jual'], 'Perintah "jual" tidak dikenal.'],
  [['sandbox', 'lazada'], 'Perintah "sandbox lazada" tidak dikenal.'],
  [['report'], 'Perintah belum lengkap. Pilih: report neraca, report laba-rugi'],
  [['import'], 'Perintah import belum lengkap.'],
  [['export', 'semua'], 'Perintah export semua belum lengkap.'],
  [['report', 'neraca', '2026-01'], '"2026-01" tidak dipakai oleh report neraca.'],
  [['report', 'neraca', '--month', '2026-01'], '--month tidak berlaku untuk report neraca.'],
  [['verify', '--despite', 'Toko A'], '--despite tidak berlaku untuk verify.'],
  [['sandbox', 'shopee', '--practice'], '--practice tidak berlaku untuk sandbox shopee.'],
  [['sandbox', 'shopee', '--dry-run'], '--dry-run tidak berlaku untuk sandbox shopee.'],
])('%j is not done as if some of it were not there', (args, sentence) => {
  expect(asked(...args)).toEqual({ wrong: expect.stringContaining(sentence) })
})

test.each(['id', 'en'] as const)('help in "%s" names every command, and every option where it belongs', (language) => {
  const all = helpOn([], language)
  for (const name of COMMAND_NAMES) {
    expect(all).toContain(`  lumbung ${name}`)
    for (const option of facts(name).options) {
      const [head, ...lines] = helpOn(name.split(' '), language)!.split('\n')
      expect(head).toContain(`--${option}`)
      expect(lines.join('\n')).toContain(optionWords[language][option])
    }
  }
  const used = new Set(COMMAND_NAMES.flatMap(optionsOf))
  expect(Object.keys(optionWords[language]).toSorted(), 'no option without a command').toEqual([...used].toSorted())
})

test('help is given on one command, on those that begin alike, and on nothing unknown', () => {
  expect(helpOn(['sandbox', 'shopee'], 'id')).not.toContain('tiktok')
  expect(helpOn(['report'], 'en')).toMatch(/^lumbung report neraca .*\n[\s\S]*\nlumbung report laba-rugi /)
  expect(helpOn(['jual'], 'id')).toBeNull()
})

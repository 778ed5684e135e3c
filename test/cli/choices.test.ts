import { expect, test } from 'vitest'
import { choicesOf } from '../../src-main/cli/choices.ts'

test('what the command line says is read, and what it leaves out has its usual value', () => {
  expect(choicesOf(['report', 'neraca', '--at', '2026-11-22', '--json'])).toMatchObject({
    choices: { positionals: ['report', 'neraca'], values: { at: '2026-11-22', json: true, format: 'hledger' } },
  })
})

test.each([
  [['report', 'neraca', '--at', '2026-13-45'], '--at 2026-13-45 bukan tanggal. Tulis seperti 2026-11-22.'],
  [['import', 'a.xlsx', '--start-day', 'kemarin'], '--start-day kemarin bukan tanggal. Tulis seperti 2026-11-22.'],
  [['report', 'laba-rugi', '--month', '2026-13'], '--month 2026-13 bukan bulan. Tulis seperti 2026-11.'],
  [['export', 'journal', '--format', 'pdf'], '--format pdf tidak dikenal. Pilih hledger, csv, excel.'],
  [['export', 'journal', '--book', 'toko'], '--book toko tidak dikenal. Pilih usaha, rumah.'],
  [['sandbox', 'tiktok', '--port', '70000'], '--port 70000 bukan bilangan dari 0 sampai 65535.'],
  [['verify', '--cepat'], "Pilihan '--cepat' tidak dikenal atau kurang isinya. Lihat: lumbung --help"],
  [['verify', '--data'], "Pilihan '--data <value>' tidak dikenal atau kurang isinya. Lihat: lumbung --help"],
])('%j is answered with one sentence, which stands again in English', (args, indonesian) => {
  const { wrong } = choicesOf(args) as { wrong: string }
  expect(wrong.split(' / ')[0]).toBe(indonesian)
  expect(wrong.split(' / ')[1]).toMatch(/^(--|The option)/)
})

test('numbers are whole and within what makes sense', () => {
  expect(choicesOf(['sandbox', 'tiktok', '--port', '4000', '--seed', '7'])).toMatchObject({
    choices: { positionals: ['sandbox', 'tiktok'], values: { port: '4000', seed: '7' } },
  })
})

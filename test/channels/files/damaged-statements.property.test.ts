import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readChannelFile } from '../../../src-main/core/channels/files/read-channel-file.ts'
import { BANK } from '../../builders/a-month-of-files.ts'
import { STATEMENTS } from '../../builders/bank-statements-in-text.ts'

/** Statements that say their amounts twice: by a running balance and where it began, or by balances before and after each line. */
const TOLD_TWICE = [
  { name: 'mutasi-bca.csv', text: BANK },
  ...STATEMENTS.filter(({ name }) => name.includes('individual') || name.includes('bri')),
]

const read = async (name: string, text: string) => {
  const file = await readChannelFile({ name, bytes: Buffer.from(text), zone: 'WIB' })
  if (file.kind !== 'bank statement') throw new Error(`${name} was read as ${file.kind}`)
  return file
}

test.each(TOLD_TWICE)(
  'of $name no digit of an amount changes what came in or went out without a word',
  async ({ name, text }) => {
    const sound = await read(name, text)
    const isWhole = (file: typeof sound) =>
      file.problemCount === 0 &&
      file.keptOut.rows === 0 &&
      file.controls.every(({ stated, computed }) => stated === computed)
    expect(isWhole(sound)).toBe(true)
    const digits = [...text.matchAll(/\d(?=[\d,]*\.00)/g)].map(({ index }) => index)
    expect(digits.length).toBeGreaterThan(20)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...digits), fc.integer({ min: 0, max: 9 }), async (at, digit) => {
        const file = await read(name, `${text.slice(0, at)}${digit}${text.slice(at + 1)}`)
        const isSame = file.totals.in === sound.totals.in && file.totals.out === sound.totals.out
        expect(isSame || !isWhole(file)).toBe(true)
      }),
      { numRuns: 200 },
    )
  },
)

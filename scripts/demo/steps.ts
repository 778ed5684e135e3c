import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'

/** Prints what happens and keeps count of figures that were not what they must be. */
export function createNarrator(say: (line: string) => void = console.info) {
  let step = 0
  const wrong: string[] = []
  let checked = 0
  const shown = (value: unknown) => {
    if (typeof value === 'boolean') return value ? 'ya' : 'tidak'
    return typeof value === 'number' ? formatNumber(value) : String(value)
  }
  const check = (
    name: string,
    found: number | string | boolean,
    expected: number | string | boolean,
    show: (value: never) => string = shown,
  ) => {
    checked++
    const right = found === expected
    say(
      `   ${right ? '✓' : '✗'} ${name}: ${show(found as never)}${right ? '' : `, seharusnya ${show(expected as never)}`}`,
    )
    if (!right) wrong.push(name)
  }
  return {
    step: (title: string) => say(`\n${++step}. ${title}`),
    note: (line: string) => say(`   ${line}`),
    text: (block: string) =>
      say(
        block
          .split('\n')
          .map((line) => `   ${line}`)
          .join('\n'),
      ),
    check,
    checkRupiah: (name: string, found: number, expected: number) =>
      check(name, found, expected, formatRupiah as (value: never) => string),
    /** The demo's exit status: 0 when every figure was right. */
    finish(): number {
      say(
        wrong.length === 0
          ? `\nSemua ${checked} angka benar.`
          : `\n${wrong.length} dari ${checked} angka salah: ${wrong.join(', ')}.`,
      )
      return wrong.length === 0 ? 0 : 1
    },
  }
}
export type Narrator = ReturnType<typeof createNarrator>

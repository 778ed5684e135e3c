import { spawnSync } from 'node:child_process'
import { parse } from 'csv-parse/sync'

/** hledger reads a file in the encoding of its locale, and a bare machine has none. */
const env = { ...process.env, LC_ALL: 'C.UTF-8' }
export const hasHledger = spawnSync('hledger', ['--version']).status === 0
export const why = hasHledger ? '' : ' (skipped: hledger is not installed here)'

export function hledger(journal: string, ...args: string[]): string {
  const { stdout, stderr, status } = spawnSync('hledger', ['-f', '-', ...args], {
    input: journal,
    encoding: 'utf8',
    env,
  })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

/** Balance of each account as hledger computes it from the text alone, by code; debit positive. */
export function balancesOf(journal: string, ...args: string[]): Record<string, number> {
  const rows = hledger(journal, 'balance', '--no-total', '--flat', '--output-format', 'csv', ...args)
    .trim()
    .split('\n')
    .slice(1)
  return Object.fromEntries(
    rows.map((row) => {
      const [, account = '', amount = ''] = /^"([^"]*)","([^"]*)"$/.exec(row)!
      return [/^\w+:(\d{4}) /.exec(account)![1], Number(amount.replace('Rp', ''))]
    }),
  )
}

/** The same for each month that the journal reaches: what every account moved, or with `--historical` held at its end. */
export function balancesByMonth(journal: string, ...args: string[]): Map<string, Record<string, number>> {
  const [head = [], ...rows] = parse(
    hledger(journal, 'balance', '--monthly', '--no-total', '--flat', '--empty', '--output-format', 'csv', ...args),
  )
  return new Map(
    head
      .slice(1)
      .map((month, index) => [
        month,
        Object.fromEntries(
          rows.map(([account = '', ...amounts]) => [
            /^\w+:(\d{4}) /.exec(account)![1],
            Number(amounts[index]!.replace('Rp', '')),
          ]),
        ),
      ]),
  )
}

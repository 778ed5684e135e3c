import { Flex } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheckFilled } from '@tabler/icons-react'
import type { StagedFile } from '../../../src-shared/channels/channels.ts'
import { fileSaysWords } from '../../../src-shared/channels/file-says.words.ts'
import { unreadColumns } from '../../../src-shared/channels/file-shown.ts'
import { formatNumber, formatRupiah, type Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import { Card } from '../../design/Card.tsx'
import { useWords } from '../../design/language.tsx'
import classes from '../import.module.css'

type Told = Exclude<StagedFile, { about: 'orders' | 'returns' | 'listings' }>

/** What an income file, a balance report or a bank statement says of itself, and each total that it prints beside what its rows come to. */
export function FileSays({ file }: { file: Told }) {
  const w = useWords(fileSaysWords)
  const rows = file.about === 'settlements' ? settlementRows(file, w) : balanceRows(file, w)
  return (
    <Card isFlush>
      <div className={classes.proof}>
        <table className="figures" aria-label={w.title}>
          <thead>
            <tr>
              <th scope="col">{w.title}</th>
              <th scope="col">{w.amount}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, value, isSum }, index) => (
              // a file may name two columns alike
              <tr key={`${index}/${name}`} data-sum={isSum || undefined}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {file.controls.length > 0 && <Controls controls={file.controls} />}
        {unreadColumns(file).length < file.unknownColumns.length && (
          <p className="quiet small">{w.unknown(file.unknownColumns.join(', '))}</p>
        )}
      </div>
    </Card>
  )
}

interface Row {
  name: string
  value: string
  isSum?: boolean
}

const settlementRows = (
  { totals }: Extract<Told, { about: 'settlements' }>,
  w: (typeof fileSaysWords)['id'],
): Row[] => [
  { name: w.orders, value: formatNumber(totals.orders) },
  { name: w.adjustments, value: formatNumber(totals.adjustments) },
  ...totals.byName.map(({ name, amount }) => ({ name, value: formatRupiah(amount) })),
  { name: w.released, value: formatRupiah(totals.released), isSum: true },
]

function balanceRows({ totals }: Extract<Told, { about: 'wallet' | 'bank' }>, w: (typeof fileSaysWords)['id']): Row[] {
  const known = (name: string, amount: Rupiah | null) =>
    amount === null ? [] : [{ name, value: formatRupiah(amount) }]
  return [
    { name: w.lines, value: formatNumber(totals.rows) },
    ...known(w.opening, totals.opening),
    { name: w.in, value: formatRupiah(totals.in) },
    { name: w.out, value: formatRupiah(totals.out) },
    ...known(w.closing, totals.closing).map((row) => ({ ...row, isSum: true })),
  ]
}

/** The file's own summary, line by line: a tick, or what its rows come to instead. */
function Controls({ controls }: { controls: Told['controls'] }) {
  const w = useWords(fileSaysWords)
  return (
    <table className="figures" aria-label={w.summary}>
      <thead>
        <tr>
          <th scope="col">{w.summary}</th>
          <th scope="col">{w.stated}</th>
          <th scope="col">{w.computed}</th>
        </tr>
      </thead>
      <tbody>
        {controls.map(({ name, stated, computed }, index) => (
          <tr key={`${index}/${name}`}>
            <th scope="row">
              <Flex component="span" align="center" gap={8}>
                {stated === computed ? (
                  <IconCircleCheckFilled size={15} color="var(--lb-jolawe)" aria-label={w.same} />
                ) : (
                  <IconAlertTriangle size={15} color="var(--lb-kunyit)" aria-label={w.differs} />
                )}
                {name}
              </Flex>
            </th>
            <td>{formatRupiah(stated)}</td>
            <td data-differs={stated !== computed || undefined}>
              {stated === computed ? w.same : formatRupiah(computed)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

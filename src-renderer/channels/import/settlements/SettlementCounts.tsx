import { Flex } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheckFilled, IconEqual, IconListDetails, IconPlus } from '@tabler/icons-react'
import type { SettlementsShown } from '../../../../src-shared/channels/file-shown.ts'
import { settlementsImportWords } from '../../../../src-shared/channels/settlements-import.words.ts'
import type { SettlementsOutcome } from '../../../../src-shared/channels/settlements-outcome.ts'
import { formatNumber, formatRupiah } from '../../../../src-shared/kernel/rupiah.ts'
import { Card } from '../../../design/Card.tsx'
import { useWords } from '../../../design/language.tsx'
import classes from '../../import.module.css'

/** What is new, known and kept out, in releases and rupiah; the sum beside the file's own, and its summary line by line. */
export function SettlementCounts({ file, outcome }: { file: SettlementsShown; outcome: SettlementsOutcome }) {
  const w = useWords(settlementsImportWords)
  const { added, detailed, unchanged, problems } = outcome
  const { totals } = file
  const rows = [
    { part: 'added', icon: IconPlus, tone: 'nila-teks', label: w.added, does: w.addedDoes, ...added },
    { part: 'detailed', icon: IconListDetails, tone: 'soga', label: w.detailed, does: w.detailedDoes, ...detailed },
    { part: 'unchanged', icon: IconEqual, tone: 'abu', label: w.unchanged, does: w.unchangedDoes, ...unchanged },
  ]
  const settlements = rows.reduce((total, row) => total + row.settlements, 0)
  const released = rows.reduce((total, row) => total + row.released, 0)
  const ofFile = { settlements: totals.orders + totals.adjustments, released: totals.released + totals.adjusted }
  const holds = settlements === ofFile.settlements && released === ofFile.released
  return (
    <Card isFlush>
      <div className={classes.proof}>
        <table className="figures" aria-label={w.contents}>
          <thead>
            <tr>
              <th scope="col">{w.contents}</th>
              <th scope="col">{w.settlements}</th>
              <th scope="col">{w.released}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.part} {...row} />
            ))}
            <tr data-sum>
              <th scope="row">{w.sum}</th>
              <td>{formatNumber(settlements)}</td>
              <td>{formatRupiah(released)}</td>
            </tr>
            <tr data-file>
              <th scope="row">{w.fileSays}</th>
              <td data-differs={settlements !== ofFile.settlements || undefined}>{formatNumber(ofFile.settlements)}</td>
              <td data-differs={released !== ofFile.released || undefined}>{formatRupiah(ofFile.released)}</td>
            </tr>
            {problems.rows > 0 && (
              <Row
                icon={IconAlertTriangle}
                tone="mengkudu"
                label={w.keptOut}
                does={w.keptOutDoes}
                settlements={problems.rows}
                released={problems.released}
              />
            )}
          </tbody>
        </table>
        {holds ? <Proof>{w.holds}</Proof> : <p className="quiet small">{w.differs}</p>}
        <Summary file={file} />
      </div>
    </Card>
  )
}

interface RowProps {
  icon: typeof IconPlus
  tone: string
  label: string
  does: string
  settlements: number
  released: number
}

const Row = ({ icon: Sign, tone, label, does, settlements, released }: RowProps) => (
  <tr>
    <th scope="row">
      <Flex component="span" align="center" gap={8} title={does}>
        <Sign size={16} aria-hidden style={{ color: `var(--lb-${tone})` }} />
        <b>{label}</b>
        <span className={classes.does}>{does}</span>
      </Flex>
    </th>
    <td>{formatNumber(settlements)}</td>
    <td>{formatRupiah(released)}</td>
  </tr>
)

const Proof = ({ children }: { children: string }) => (
  <Flex component="p" align="center" gap={6} fw={600} className="good">
    <IconCircleCheckFilled size={15} aria-hidden />
    {children}
  </Flex>
)

/** The summary that the file prints of itself: one sentence where it holds, the lines that do not where it fails. */
function Summary({ file: { controls } }: { file: SettlementsShown }) {
  const w = useWords(settlementsImportWords)
  if (controls.length === 0) return null
  const failing = controls.filter(({ stated, computed }) => stated !== computed)
  if (failing.length === 0) return <Proof>{w.summaryHolds(formatNumber(controls.length))}</Proof>
  return (
    <>
      <p className="quiet small">{w.summaryDiffers(formatNumber(failing.length))}</p>
      <table className="figures" aria-label={w.summary}>
        <thead>
          <tr>
            <th scope="col">{w.summaryName}</th>
            <th scope="col">{w.stated}</th>
            <th scope="col">{w.computed}</th>
          </tr>
        </thead>
        <tbody>
          {failing.map(({ name, stated, computed }, index) => (
            // a summary may print a name twice
            <tr key={index}>
              <th scope="row">{name}</th>
              <td>{formatRupiah(stated)}</td>
              <td data-differs>{formatRupiah(computed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

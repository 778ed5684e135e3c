import { Text } from '@mantine/core'
import type { OrdersOutcome } from '../../../../src-shared/channels/channels.ts'
import { importWords, lostFactWords } from '../../../../src-shared/channels/import.words.ts'
import { formatNumber } from '../../../../src-shared/kernel/rupiah.ts'
import { Card } from '../../../design/Card.tsx'
import { useWords } from '../../../design/language.tsx'
import { StatusChip } from '../../../design/StatusChip.tsx'
import classes from '../../import.module.css'

/** Statements of the file that lost against newer ones: how many, and on a click which orders, with both states. */
export function SetAsideStatements({ outcome: { setAside } }: { outcome: OrdersOutcome }) {
  const w = useWords(importWords)
  const factWords = useWords(lostFactWords)
  if (setAside.orders === 0) return null
  const heads = [w.problemOrder, w.setAsideSays, w.setAsideStands, w.setAsideFacts]
  return (
    <details className={classes.setAside}>
      <summary>{w.setAside(formatNumber(setAside.orders))}</summary>
      <Text component="p" mt={6} fz="sm" c="dimmed">
        {w.setAsideWhy}
      </Text>
      <Card isFlush>
        <table className="figures told">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {setAside.examples.map(({ number, stated, stands, facts }) => (
              <tr key={number}>
                <td>
                  <span className="kode">{number}</span>
                </td>
                <td>
                  <StatusChip state={stated} />
                </td>
                <td>
                  <StatusChip state={stands} />
                </td>
                <td>{facts.map((fact) => factWords[fact]).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {setAside.orders > setAside.examples.length && (
          <Text component="p" p="8px 12px" fz="sm" c="dimmed">
            {w.setAsideMore(formatNumber(setAside.orders - setAside.examples.length))}
          </Text>
        )}
      </Card>
    </details>
  )
}

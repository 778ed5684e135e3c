import { Flex } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import type { OrdersOutcome } from '../../../../src-shared/channels/channels.ts'
import { importWords } from '../../../../src-shared/channels/import.words.ts'
import { formatNumber } from '../../../../src-shared/kernel/rupiah.ts'
import { Card } from '../../../design/Card.tsx'
import { Columns } from '../../../design/Columns.tsx'
import { GoodsName } from '../../../design/goods/GoodsName.tsx'
import { useWords } from '../../../design/language.tsx'
import { Section } from '../../../design/Section.tsx'
import { StatusChip } from '../../../design/StatusChip.tsx'
import { CodeText } from '../../../design/table/CodeText.tsx'

/** A few orders whose stage changes. */
export function ChangedExamples({ outcome }: { outcome: OrdersOutcome }) {
  const w = useWords(importWords)
  if (outcome.examples.length === 0) return null
  return (
    <Section
      title={w.examplesTitle}
      aside={w.examplesAside(formatNumber(outcome.examples.length), formatNumber(outcome.changed.orders))}
    >
      <Card isFlush>
        {outcome.examples.map((example) => (
          <Columns
            key={example.number}
            of="150px auto minmax(0, 1fr)"
            gap={16}
            align="center"
            mih={36}
            p="0 14px"
            className="line-between"
          >
            <CodeText code={example.number} />
            <Flex component="span" align="center" gap={8}>
              <StatusChip state={example.from} />
              <IconArrowRight size={15} aria-hidden />
              <StatusChip state={example.to} />
            </Flex>
            <GoodsName goods={example.goodsName} />
          </Columns>
        ))}
      </Card>
    </Section>
  )
}

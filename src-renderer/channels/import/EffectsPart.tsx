import { Box, Flex, Text } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { Columns } from '../../design/Columns.tsx'

export interface EffectRow {
  id: string
  count: number
  text: string
  isBad?: boolean
}

export interface EffectsPartProps {
  icon: Icon
  title: string
  rows: readonly EffectRow[]
  /** Said when nothing happens here. */
  empty?: string | undefined
  children?: ReactNode
}

/** One ledger's share of the effects: how many, and what becomes of them. */
export function EffectsPart({ icon: IconPart, title, rows, empty, children }: EffectsPartProps) {
  return (
    <Box mt={8} pt={8} className="line-above">
      <Flex component="h3" align="center" gap={6} mb={4} className="label">
        <IconPart size={15} aria-hidden />
        {title}
      </Flex>
      {rows.map((row) => (
        <Columns key={row.id} of="52px minmax(0, 1fr)" gap={10} p="1px 0" {...(row.isBad ? { className: 'bad' } : {})}>
          <b className="strong right">{formatNumber(row.count)}</b>
          <span>{row.text}</span>
        </Columns>
      ))}
      {rows.length === 0 && empty && (
        <Text component="p" mt={6} fz="sm" c="dimmed" style={{ marginTop: 0 }}>
          {empty}
        </Text>
      )}
      {children}
    </Box>
  )
}

import { Group } from '@mantine/core'
import type { ReactNode } from 'react'

/** A total: one line above, two below. It means "this has been added up". */
export const DoubleRuleTotal = ({
  label,
  note,
  children,
}: {
  label: string
  note?: ReactNode
  children: ReactNode
}) => (
  <Group justify="space-between" align="baseline" gap={16} py={5} wrap="nowrap" className="jumlah">
    <span>
      {label}
      {note && <span className="beside">{note}</span>}
    </span>
    <span className="nowrap">{children}</span>
  </Group>
)

import { Stack } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

export interface EmptyStateProps {
  icon?: Icon
  /** One sentence: what will live here. `Belum ada retur. Paket retur yang tiba discan di sini.` */
  children: ReactNode
  /** The one next step, an ActionButton. */
  action?: ReactNode
}

/** An empty place says what will live here and offers the one next step. */
export const EmptyState = ({ icon: IconPart, children, action }: EmptyStateProps) => (
  <Stack align="center" gap={12} ta="center" className={classes.place}>
    {IconPart && <IconPart size={40} color="var(--lb-tinta3)" stroke={1.25} aria-hidden />}
    <p className={classes.sentence}>{children}</p>
    {action}
  </Stack>
)

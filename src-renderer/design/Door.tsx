import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Card } from './Card.tsx'
import classes from './Door.module.css'
import { LumbungMark } from './LumbungMark.tsx'

/** Before a shop that shows nothing of itself yet: its name, and what is asked of whoever stands there. */
export function Door({ shopName, asks, children }: { shopName: string; asks: string; children: ReactNode }) {
  return (
    <main className={classes.screen}>
      <Stack gap={20} className={classes.box}>
        <Stack gap={6} align="center">
          <span className={classes.mark}>
            <LumbungMark size={40} />
          </span>
          <h1 className={classes.name}>{shopName}</h1>
          <Text c="dimmed" fz={13} ta="center">
            {asks}
          </Text>
        </Stack>
        <Card>{children}</Card>
      </Stack>
    </main>
  )
}

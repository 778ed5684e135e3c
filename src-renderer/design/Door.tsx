import { Box, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Card } from './Card.tsx'
import { LumbungMark } from './LumbungMark.tsx'

/** Before a shop that shows nothing of itself yet: its name, and what is asked of whoever stands there. */
export function Door({ shopName, asks, children }: { shopName: string; asks: string; children: ReactNode }) {
  return (
    <Box component="main" mih="100dvh" p={24} bg="var(--lb-mori)" className="middle">
      <Stack gap={20} w="100%" maw={420}>
        <Stack gap={6} align="center">
          <Box component="span" c="var(--lb-nila-teks)">
            <LumbungMark size={40} />
          </Box>
          <h1 className="screen-title">{shopName}</h1>
          <Text c="dimmed" fz={13} ta="center">
            {asks}
          </Text>
        </Stack>
        <Card>{children}</Card>
      </Stack>
    </Box>
  )
}

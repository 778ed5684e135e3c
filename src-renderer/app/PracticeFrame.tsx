import { Box } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './PracticeFrame.module.css'

/** Toko Latihan: 6 px of soga stripes around the whole window, on every screen, so that nobody mixes up the shops. */
export const PracticeFrame = ({ isPractice, children }: { isPractice: boolean; children: ReactNode }) => (
  <div className={classes.window} data-practice={isPractice || undefined}>
    <Box h="100%" bg="var(--lb-mori)" className="stands-still">
      {children}
    </Box>
  </div>
)

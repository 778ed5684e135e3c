import { Box, Flex, Group } from '@mantine/core'
import { IconAlertTriangle, IconArrowRight, IconShieldCheck } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import classes from './ErrorNotice.module.css'
import { useWords } from './language.tsx'

export interface ErrorNoticeProps {
  /** What happened, with the numbers. A refusal's sentence already says all three parts. */
  happened: ReactNode
  /** What is safe. */
  safe?: ReactNode
  /** What to do, or when it is tried again. */
  next?: ReactNode
  /** Buttons that answer it in place. */
  actions?: ReactNode
  /** `refusal` waits for a person (turmeric), `fault` is broken (madder). Default `refusal`. */
  kind?: 'refusal' | 'fault'
}

/** A fault or a "no", in place: what happened, what is safe, what to do. Never a toast. */
export function ErrorNotice({ happened, safe, next, actions, kind = 'refusal' }: ErrorNoticeProps) {
  const w = useWords(partsWords)
  const notice = useRef<HTMLDivElement>(null)
  // in a dialog that is taller than the window it would come below the fold, and the press of the button seem to do nothing
  useEffect(() => {
    if (notice.current?.closest('[role="dialog"]')) notice.current.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={notice} className={classes.notice} data-kind={kind} role="alert">
      <IconAlertTriangle
        size={20}
        color={`var(--lb-${kind === 'fault' ? 'mengkudu' : 'kunyit'})`}
        aria-hidden
        stroke={1.75}
      />
      <Box flex="1 1 220px" miw={0}>
        <Box fw={600}>{happened}</Box>
        {(safe || next) && (
          <Group gap="2px 20px" mt={2} className="quiet small">
            {safe && (
              <Flex component="span" align="center" gap={5}>
                <IconShieldCheck size={14} aria-label={w.whatIsSafe} role="img" />
                <span>{safe}</span>
              </Flex>
            )}
            {next && (
              <Flex component="span" align="center" gap={5}>
                <IconArrowRight size={14} aria-label={w.whatToDo} role="img" />
                <span>{next}</span>
              </Flex>
            )}
          </Group>
        )}
      </Box>
      {actions && (
        <Group gap={8} ml="auto">
          {actions}
        </Group>
      )}
    </div>
  )
}

import { IconAlertTriangle, IconArrowRight, IconShieldCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
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
  return (
    <div className={classes.notice} data-kind={kind} role="alert">
      <IconAlertTriangle className={classes.sign} aria-hidden stroke={1.75} />
      <div className={classes.parts}>
        <div className={classes.happened}>{happened}</div>
        {(safe || next) && (
          <div className={classes.rest}>
            {safe && (
              <span className={classes.part}>
                <IconShieldCheck className={classes.icon} aria-label={w.whatIsSafe} role="img" />
                <span>{safe}</span>
              </span>
            )}
            {next && (
              <span className={classes.part}>
                <IconArrowRight className={classes.icon} aria-label={w.whatToDo} role="img" />
                <span>{next}</span>
              </span>
            )}
          </div>
        )}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  )
}

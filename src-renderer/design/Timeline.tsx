import classes from './Timeline.module.css'

export interface TimelineStep {
  id: string
  /** `21 Nov 21.47`, already formatted; `sebelum 23.59` for a step to come. */
  when: string
  what: string
  state: 'done' | 'now' | 'next'
}

/** The way something has come, oldest first; the present step is bold, the next one hollow. */
export const Timeline = ({ label, steps }: { label: string; steps: readonly TimelineStep[] }) => (
  <ol aria-label={label}>
    {steps.map((step) => (
      <li
        key={step.id}
        className={classes.step}
        data-state={step.state}
        aria-current={step.state === 'now' ? 'step' : undefined}
      >
        <span className="quiet nowrap">{step.when}</span>
        <span>{step.what}</span>
      </li>
    ))}
  </ol>
)

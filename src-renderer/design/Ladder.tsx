import classes from './Ladder.module.css'
import { ladderBars, type Rung } from './ladder.ts'
import { MoneyText } from './MoneyText.tsx'

export interface LadderProps {
  /** In the one order used everywhere: Omzet Kotor, cuts, Perkiraan Diterima, costs, Laba Bersih. */
  rungs: readonly Rung[]
  /** `card` adds floating bars between label and amount. Default `list`. */
  form?: 'list' | 'card'
}

/** The profit ladder ("tangga laba"): sums under one rule, the result between one rule and a double one. */
export function Ladder({ rungs, form = 'list' }: LadderProps) {
  const bars = form === 'card' ? ladderBars(rungs) : []
  return (
    <dl className={classes.ladder} data-form={form}>
      {rungs.map((rung, index) => {
        const bar = bars[index]
        const isTotal = rung.kind === 'total'
        return (
          <div key={rung.id} className={isTotal ? `${classes.rung} jumlah` : classes.rung} data-kind={rung.kind}>
            <dt>
              {rung.label}
              {rung.note && <span className={`beside ${classes.note}`}>{rung.note}</span>}
            </dt>
            {form === 'card' && (
              <dd className={classes.track} aria-hidden>
                {bar && bar.length > 0 && rung.kind !== 'total' && (
                  <span
                    className={classes.bar}
                    data-kind={rung.kind}
                    style={{ left: `${bar.from * 100}%`, width: `max(2px, ${bar.length * 100}%)` }}
                  />
                )}
              </dd>
            )}
            <dd className={classes.amount} data-estimate={rung.isEstimate || undefined}>
              <MoneyText
                amount={rung.amount}
                label={rung.label}
                onOpen={rung.onOpen}
                isStrong={rung.kind === 'subtotal' || isTotal}
                isBadWhenNegative={isTotal || rung.kind === 'subtotal'}
                isGoodWhenPositive={isTotal && form === 'list'}
              />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

import { Group } from '@mantine/core'
import { IconCircleCheckFilled, IconDeviceLaptop, IconScale, IconWifiOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { firstRunWords } from '../../src-shared/settings/settings.words.ts'
import { api } from '../base/api.ts'
import { LumbungMark } from '../design/LumbungMark.tsx'
import { useWords } from '../design/language.tsx'
import classes from './FirstRun.module.css'
import type { Answers } from './first-run.ts'

/** The indigo side: what Lumbung is, and the answers so far. */
export function FirstRunAside({ answers, answered }: { answers: Answers; answered: number }) {
  const w = useWords(firstRunWords)
  const kept = useQuery(api.settings.status.queryOptions()).data?.keptBeforeEmptying
  const summary = [
    { name: w.summaryBusiness, value: [answers.businessName, answers.city].filter(Boolean).join(', ') },
    { name: w.summaryOwner, value: answers.ownerName },
    { name: w.summaryZone, value: answers.zone },
    {
      name: w.summaryHousehold,
      value: answers.keepsHousehold ? (answers.partnerName ? w.yesWith(answers.partnerName) : w.yes) : w.no,
    },
  ].slice(0, answered)
  return (
    <aside className={classes.side}>
      <Group gap={14} fz={24} className="serif">
        <LumbungMark size={34} />
        Lumbung
      </Group>
      <p className={classes.promise}>{w.promise}</p>
      <ul className={classes.facts}>
        <li>
          <IconDeviceLaptop size={19} aria-hidden />
          {w.here}
        </li>
        <li>
          <IconWifiOff size={19} aria-hidden />
          {w.offline}
        </li>
        <li>
          <IconScale size={19} aria-hidden />
          {w.apart}
        </li>
      </ul>
      {kept && (
        <p className={classes.kept}>
          {w.keptBefore} <span className="kode">{kept}</span>. {w.keptBeforeHow}
        </p>
      )}
      {summary.length > 0 && (
        <dl className={classes.summary}>
          {summary.map(({ name, value }) => (
            <div key={name}>
              <dt>
                <IconCircleCheckFilled size={16} aria-hidden />
                {name}
              </dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </aside>
  )
}

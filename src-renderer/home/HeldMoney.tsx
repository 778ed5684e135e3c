import { useLocation } from 'wouter'
import { channelWords } from '../../src-shared/app/parts.words.ts'
import type { Today } from '../../src-shared/reports/reports.contract.ts'
import { homeWords } from '../../src-shared/reports/reports.words.ts'
import { Card } from '../design/Card.tsx'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { Figure } from '../design/Figure.tsx'
import { useWords } from '../design/language.tsx'
import { MoneyText } from '../design/MoneyText.tsx'
import { Section } from '../design/Section.tsx'
import classes from './cards.module.css'

/** Money that channels hold after delivery; it opens the entries it is made of. */
export function HeldMoney({ held }: { held: Today['held'] }) {
  const w = useWords(homeWords)
  const channels = useWords(channelWords)
  const [, go] = useLocation()
  const open = () => go('/pembukuan/neraca?open=marketplace%20receivables')
  return (
    <Section title={w.held} aside={w.heldAside}>
      <Card>
        <div className={classes.held}>
          <Figure label={w.held} isLabelHidden amount={held.total} onOpen={open} />
          <div className={classes.channels}>
            {held.byChannel.map(({ channel, amount }) => (
              <span key={channel} className={classes.channel}>
                <ChannelTile channel={channel} />
                <MoneyText amount={amount} label={channels[channel]} onOpen={open} />
              </span>
            ))}
          </div>
        </div>
      </Card>
    </Section>
  )
}

import { Flex, Group } from '@mantine/core'
import { IconArchive, IconHandStop, IconVolume } from '@tabler/icons-react'
import { useEffect } from 'react'
import { channelWords } from '../../src-shared/app/parts.words.ts'
import { commandOf } from '../../src-shared/fulfilment/command-codes.ts'
import type { ScanResult } from '../../src-shared/fulfilment/fulfilment.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatMoment } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { ColourName } from '../design/goods/ColourName.tsx'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import { ariaKeys } from '../design/hotkeys/key-combination.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { useScanner } from '../design/scanner/useScanner.ts'
import { playSound, repeatSound } from '../design/sounds/sounds.ts'
import classes from './CancelledStop.module.css'
import { fulfilmentShortcuts } from './fulfilment.shortcuts.ts'
import { ItemPhoto } from './ItemPhoto.tsx'

/** Kinds of goods that have room beside the steps. */
const SHOWN = 3

/** The one thing that fills the screen: a cancelled parcel. Only setting it aside leads on; Enter (a scanner's own) does not. */
export function CancelledStop({ result, onSetAside }: { result: ScanResult; onSetAside: () => void }) {
  const w = useWords(packWords)
  const channels = useWords(channelWords)
  const { zone, language } = useLocale()
  const { parcel, cancelled, code } = result
  const items = parcel?.items ?? []
  const more = items.slice(SHOWN).reduce((sum, { pieces }) => sum + pieces, 0)
  useHotkey(fulfilmentShortcuts.stop.setAside, onSetAside, { inFields: true })
  useScanner((code) => (commandOf(code) === 'aside' ? onSetAside() : playSound('batal')))
  useEffect(() => repeatSound('batal'), [])
  return (
    <main className={classes.stop} data-stop>
      <Group gap={60} flex={1} px={40} wrap="nowrap">
        <span className={classes.octagon}>
          <IconHandStop stroke={1.6} aria-hidden />
        </span>
        <div role="alert">
          <h1 className={classes.word}>{w.stop}</h1>
          <p className={classes.why}>{w.stopWhy}</p>
          <p className={classes.detail}>
            {parcel &&
              cancelled?.at &&
              `${w.stopAt(channels[parcel.channel], `${formatMoment(cancelled.at, zone, language)} ${zone}`)} `}
            {cancelled?.reason}
          </p>
          <p className={classes.detail}>
            {parcel?.trackingNumber ? w.tracking : w.orderNumber}{' '}
            <span className={classes.code}>{parcel?.trackingNumber || parcel?.orderNumber || code}</span>
          </p>
        </div>
      </Group>
      <div className={classes.card}>
        <ul className={classes.goods}>
          {items.slice(0, SHOWN).map((item) => (
            <li key={item.key}>
              <ItemPhoto item={item} size={88} />
              <span>
                {item.colour && (
                  <strong>
                    <ColourName colour={item.colour} />
                  </strong>
                )}
                <span className={classes.name}>{item.name}</span>
                <span>{item.shelf ? w.backToShelf(item.shelf) : w.noShelf}</span>
              </span>
              {item.size && <span className={classes.size}>{item.size}</span>}
              <strong>×{item.pieces}</strong>
            </li>
          ))}
          {more > 0 && <li className="quiet">{w.moreGoods(formatNumber(more))}</li>}
        </ul>
        <ol className={classes.steps}>
          <li>{w.stopStep1}</li>
          <li>{w.stopStep2}</li>
          <li>{w.stopStep3}</li>
        </ol>
      </div>
      <div className={classes.foot}>
        <Flex component="span" align="center" gap={12}>
          <IconVolume size={26} aria-hidden /> {w.soundStop}. {w.stopEnter}
        </Flex>
        <button
          type="button"
          className={classes.aside}
          onClick={onSetAside}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          aria-keyshortcuts={ariaKeys(fulfilmentShortcuts.stop.setAside.keys)}
        >
          <IconArchive size={26} aria-hidden /> {w.setAside} <Kbd keys={fulfilmentShortcuts.stop.setAside.keys} />
        </button>
      </div>
    </main>
  )
}

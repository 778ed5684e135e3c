import { Box, Flex, Group, Stack } from '@mantine/core'
import { IconArchive, IconHandStop, IconVolume } from '@tabler/icons-react'
import { useEffect } from 'react'
import { channelWords } from '../../src-shared/app/parts.words.ts'
import { commandOf } from '../../src-shared/fulfilment/command-codes.ts'
import type { ScanResult } from '../../src-shared/fulfilment/fulfilment.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatMoment } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { Columns } from '../design/Columns.tsx'
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

const LARGE = { fz: 28, lh: '34px' }

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
            <span className="mono">{parcel?.trackingNumber || parcel?.orderNumber || code}</span>
          </p>
        </div>
      </Group>
      <Columns of="minmax(0, 1fr) auto" gap={28} p="22px 24px" bdrs={14} className="paper ink">
        <Stack component="ul" gap={10}>
          {items.slice(0, SHOWN).map((item) => (
            <Flex key={item.key} component="li" align="center" gap={18} fz={24} lh="30px">
              <ItemPhoto item={item} size={88} />
              <Stack component="span" gap={0} flex={1} miw={0}>
                {item.colour && (
                  <Box component="strong" {...LARGE}>
                    <ColourName colour={item.colour} />
                  </Box>
                )}
                <Box component="span" className={classes.name} {...(item.colour ? {} : { ...LARGE, fw: 650 })}>
                  {item.name}
                </Box>
                <span>{item.shelf ? w.backToShelf(item.shelf) : w.noShelf}</span>
              </Stack>
              {item.size && <span className={classes.size}>{item.size}</span>}
              <Box component="strong" {...LARGE}>
                ×{item.pieces}
              </Box>
            </Flex>
          ))}
          {more > 0 && (
            <Box component="li" fz={24} lh="30px" className="quiet">
              {w.moreGoods(formatNumber(more))}
            </Box>
          )}
        </Stack>
        <ol className={classes.steps}>
          <li>{w.stopStep1}</li>
          <li>{w.stopStep2}</li>
          <li>{w.stopStep3}</li>
        </ol>
      </Columns>
      <Flex gap={20} align="center" justify="space-between" fz={22}>
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
      </Flex>
    </main>
  )
}

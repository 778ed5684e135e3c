import { Box, Flex } from '@mantine/core'
import { useLocation } from 'wouter'
import { channelWords } from '../../src-shared/app/parts.words.ts'
import { formatDay } from '../../src-shared/kernel/business-day.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import type { ChannelMoney } from '../../src-shared/payouts/payouts.ts'
import { payoutsWords } from '../../src-shared/payouts/payouts.words.ts'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { MoneyText } from '../design/MoneyText.tsx'
import classes from './payouts.module.css'
import { notedAddress, type PayoutsAddress } from './payouts-address.ts'

interface ChannelChainProps {
  channels: readonly ChannelMoney[]
  onOpen: (change: Partial<PayoutsAddress>) => void
}

/** Tertahan → dilepas → ditarik → di bank, a channel a row; every amount opens what it is made of. */
export function ChannelChain({ channels, onOpen }: ChannelChainProps) {
  const w = useWords(payoutsWords)
  const names = useWords(channelWords)
  const { language } = useLocale()
  const [, go] = useLocation()
  return (
    <Box flex="none" p="10px 14px 4px">
      <table className={`heads ${classes.chain}`} aria-label={w.chain}>
        <thead>
          <tr>
            <th scope="col">{w.channel}</th>
            <th scope="col">{w.held}</th>
            <th scope="col">{w.released}</th>
            <th scope="col">{w.inTransit}</th>
            <th scope="col">{w.arrived}</th>
          </tr>
        </thead>
        <tbody>
          {channels.map((money) => {
            const { channel, held, underWay, balance, inTransit, arrived, waiting, releasesWaiting, toldThrough } =
              money
            const to = (view: PayoutsAddress['view'], more: Partial<PayoutsAddress> = {}) =>
              onOpen({ view, channel, onlyLate: false, query: '', id: null, ...more })
            const count = (sum: { count: number; amount: number }) => formatNumber(sum.count)
            return (
              <tr key={channel}>
                <th scope="row">
                  <Flex component="span" display="inline-flex" align="center" gap={8} className="nowrap">
                    <ChannelTile channel={channel} />
                    {names[channel]}
                  </Flex>
                </th>
                <td>
                  <MoneyText amount={held.amount} label={w.held} onOpen={() => to('cair')} isStrong />
                  <small>
                    {held.late.count > 0 ? (
                      <Box component="span" fw={600} className="bad">
                        {w.late(count(held.late), formatRupiah(held.late.amount))}
                      </Box>
                    ) : held.count === 0 && held.amount !== 0 ? (
                      w.heldOlder
                    ) : (
                      w.heldHow(count(held))
                    )}
                  </small>
                  {underWay.count > 0 && <small>{w.underWay(count(underWay), formatRupiah(underWay.amount))}</small>}
                </td>
                <td>
                  <MoneyText
                    amount={balance}
                    label={w.released}
                    onOpen={() => to('saldo')}
                    isStrong
                    isBadWhenNegative
                  />
                  <small>
                    {waiting.count > 0
                      ? w.waitsHow(count(waiting), formatRupiah(waiting.amount))
                      : releasesWaiting.count > 0
                        ? w.waitsHow(count(releasesWaiting), formatRupiah(releasesWaiting.amount))
                        : balance < 0
                          ? w.owesChannel
                          : toldThrough
                            ? w.toldThrough(formatDay(toldThrough, language))
                            : w.neverTold}
                  </small>
                </td>
                <td>
                  <MoneyText amount={inTransit.amount} label={w.inTransit} onOpen={() => to('tarik')} isStrong />
                  <small>
                    {inTransit.late.count > 0 ? (
                      <Box component="span" fw={600} className="bad">
                        {w.late(count(inTransit.late), formatRupiah(inTransit.late.amount))}
                      </Box>
                    ) : inTransit.count > 0 ? (
                      w.inTransitHow(count(inTransit))
                    ) : (
                      w.nothing
                    )}
                  </small>
                </td>
                <td>
                  <MoneyText
                    amount={arrived.amount}
                    label={w.arrived}
                    onOpen={() =>
                      arrived.count > 0 && arrived.count === arrived.byHand.count
                        ? go(notedAddress(arrived.byHand))
                        : to('tarik')
                    }
                    isStrong
                  />
                  <small>{arrived.count > 0 ? w.arrivedHow(count(arrived)) : w.nothing}</small>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Box>
  )
}

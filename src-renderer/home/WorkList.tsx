import { Flex } from '@mantine/core'
import {
  IconAlarm,
  IconArrowBackUp,
  IconBuildingBank,
  IconFileImport,
  IconHandStop,
  IconLink,
  IconPackage,
  IconReceipt2,
  IconStack2,
  IconTruckDelivery,
} from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { businessDay, daysBetween, formatClock, formatDayFull } from '../../src-shared/kernel/business-day.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import type { Today } from '../../src-shared/reports/reports.contract.ts'
import { homeWords } from '../../src-shared/reports/reports.words.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { useNow } from '../design/clock.ts'
import { DeadlineText } from '../design/DeadlineText.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'
import { ConnectionsRow } from './ConnectionsRow.tsx'
import { homeShortcuts } from './home.shortcuts.ts'
import { MissingCostRow } from './MissingCostRow.tsx'
import { ToShipRow } from './ToShipRow.tsx'
import { WorkRow } from './WorkRow.tsx'

/** What waits for a person, most pressing first, each with its key. */
export function WorkList({ today }: { today: Today }) {
  const w = useWords(homeWords)
  const { language, zone } = useLocale()
  const now = useNow()
  const [, go] = useLocation()
  const daysSince = (at: number) => Math.max(0, daysBetween(businessDay(at, zone), businessDay(now, zone)))
  const { toShip, lateRisk, cancelRequests, returns, stock, unmapped, fees, missingCost, bank } = today
  return (
    <Section
      title={w.workNow}
      aside={`${formatDayFull(businessDay(now, zone), language)}, ${formatClock(now, zone)} ${zone}`}
    >
      <Card isFlush>
        <ToShipRow counts={toShip} action={<NextStep counts={toShip} />} />
        <WorkRow
          count={lateRisk.orders}
          icon={IconAlarm}
          tone="mengkudu"
          title={w.lateRisk}
          onAct={() => go('/pesanan?tab=to_ship&due=soon')}
          shortcut={homeShortcuts.work.prioritise}
        >
          {lateRisk.nearest ? (
            // the moment is never cut
            <Flex component="span" align="baseline" gap={4} miw={0}>
              <span className="cut">
                {lateRisk.late > 0
                  ? `${w.lateCount(formatNumber(lateRisk.late))} ${w.lateLongest(lateRisk.nearest.courier)}`
                  : w.lateNearest(lateRisk.nearest.courier)}
              </span>
              <DeadlineText at={lateRisk.nearest.shipBy} />
            </Flex>
          ) : (
            w.lateNone
          )}
        </WorkRow>
        <WorkRow
          count={cancelRequests.orders}
          icon={IconHandStop}
          tone="kunyit"
          title={w.cancelRequests}
          onAct={() => go('/pesanan?tab=cancel_requested')}
          shortcut={homeShortcuts.work.decide}
        >
          {cancelRequests.orders === 0
            ? w.cancelNone
            : cancelRequests.alreadyPacked > 0
              ? w.cancelPacked(formatNumber(cancelRequests.alreadyPacked))
              : w.cancelWaiting}
        </WorkRow>
        <WorkRow
          count={returns.orders}
          icon={IconArrowBackUp}
          tone="manggis"
          title={w.returns}
          onAct={() => go('/retur')}
          shortcut={homeShortcuts.work.inspect}
        >
          {returns.orders === 0 || returns.oldestSince === null ? (
            w.returnsNone
          ) : (
            <>
              {returns.overdue > 0 && (
                <strong className="ink">{w.returnsOverdue(formatNumber(returns.overdue))} </strong>
              )}
              {w.returnsWaiting(formatNumber(returns.pieces), formatNumber(daysSince(returns.oldestSince)))}
            </>
          )}
        </WorkRow>
        <WorkRow
          count={stock.shortSkus}
          icon={IconStack2}
          tone="mengkudu"
          title={w.shortStock}
          onAct={() => go('/stok/kurang')}
          shortcut={homeShortcuts.work.seeStock}
        >
          {stock.shortSkus === 0
            ? w.shortNone(formatNumber(stock.low))
            : stock.short.slice(0, 1).map(({ variantId, goodsName, short }) => (
                <Flex key={variantId} component="span" gap={6} miw={0}>
                  <GoodsName goods={goodsName} />
                  <strong className="ink nowrap">{w.shortBy(formatNumber(short))}</strong>
                  {stock.shortSkus > 1 && (
                    <span className="nowrap">{w.moreShort(formatNumber(stock.shortSkus - 1))}</span>
                  )}
                </Flex>
              ))}
        </WorkRow>
        {unmapped.listings > 0 && (
          <WorkRow
            count={unmapped.listings}
            icon={IconLink}
            tone="kunyit"
            title={w.unmapped}
            onAct={() => go('/toko/pemetaan')}
            shortcut={homeShortcuts.work.mapNow}
          >
            {unmapped.orders === 0 ? w.unmappedOfNoOrder : w.unmappedWaiting(formatNumber(unmapped.orders))}
          </WorkRow>
        )}
        {fees.unmapped + fees.waiting > 0 && (
          <WorkRow
            count={fees.unmapped + fees.waiting}
            icon={IconReceipt2}
            tone="kunyit"
            title={w.fees}
            onAct={() => go(fees.unmapped > 0 ? '/toko/potongan?' : '/toko/potongan?part=waiting')}
            shortcut={homeShortcuts.work.mapFees}
          >
            {[
              ...(fees.unmapped > 0 ? [w.feesUnmapped(formatNumber(fees.unmapped))] : []),
              ...(fees.waiting > 0 ? [w.feesWaiting(formatNumber(fees.waiting), formatRupiah(fees.released))] : []),
            ].join(' ')}
          </WorkRow>
        )}
        {bank.waiting > 0 && (
          <WorkRow
            count={bank.waiting}
            icon={IconBuildingBank}
            tone="kunyit"
            title={w.bankLines}
            onAct={() => go('/bank')}
            shortcut={homeShortcuts.bank.answerBank}
          >
            {w.bankWaiting}
          </WorkRow>
        )}
        <ConnectionsRow />
        {missingCost.skus > 0 && <MissingCostRow {...missingCost} />}
      </Card>
    </Section>
  )
}

/** The primary act follows what really waits: goods to be packed, parcels for the courier, or else the next file. */
function NextStep({ counts }: { counts: Today['toShip'] }) {
  const [, go] = useLocation()
  const act = { kind: 'primary', size: 'normal' } as const
  if (counts.orders > counts.packed)
    return (
      <ActionButton {...act} icon={IconPackage} shortcut={homeShortcuts.work.openPacking} onAct={() => go('/kemas')} />
    )
  if (counts.packed > 0)
    return (
      <ActionButton
        {...act}
        icon={IconTruckDelivery}
        shortcut={homeShortcuts.handOver.handOver}
        onAct={() => go('/kemas/serah')}
      />
    )
  return (
    <ActionButton
      {...act}
      icon={IconFileImport}
      shortcut={homeShortcuts.nothingToShip.importFile}
      onAct={() => go('/impor')}
    />
  )
}

import { Box, Flex, Group, Stack } from '@mantine/core'
import { IconCircleCheckFilled, IconDeviceLaptop, IconScale, IconWifiOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { firstRunWords } from '../../src-shared/settings/settings.words.ts'
import { api } from '../base/api.ts'
import { Columns } from '../design/Columns.tsx'
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
    <Stack
      component="aside"
      gap={20}
      p="40px 44px"
      bg="var(--lb-nila-tua)"
      c="var(--lb-di-nila-tua)"
      className="scrolls"
    >
      <Group gap={14} fz={24} className="serif">
        <LumbungMark size={34} />
        Lumbung
      </Group>
      <Box component="p" lh="46px" m="52px 0 4px" fz={36} className="serif">
        {w.promise}
      </Box>
      <Stack component="ul" gap={14} fz={15}>
        <Columns component="li" of="24px 1fr" gap={10} align="start" lh="22px">
          <IconDeviceLaptop size={19} color="var(--lb-soga-di-nila-tua)" aria-hidden />
          {w.here}
        </Columns>
        <Columns component="li" of="24px 1fr" gap={10} align="start" lh="22px">
          <IconWifiOff size={19} color="var(--lb-soga-di-nila-tua)" aria-hidden />
          {w.offline}
        </Columns>
        <Columns component="li" of="24px 1fr" gap={10} align="start" lh="22px">
          <IconScale size={19} color="var(--lb-soga-di-nila-tua)" aria-hidden />
          {w.apart}
        </Columns>
      </Stack>
      {kept && (
        <Box component="p" fz={13} className="breaks">
          {w.keptBefore} <span className="kode">{kept}</span>. {w.keptBeforeHow}
        </Box>
      )}
      {summary.length > 0 && (
        <dl className={classes.summary}>
          {summary.map(({ name, value }) => (
            <Flex key={name} gap={16} justify="space-between">
              <Flex component="dt" gap={8} align="center">
                <IconCircleCheckFilled size={16} color="var(--lb-soga-di-nila-tua)" aria-hidden />
                {name}
              </Flex>
              <dd className="strong right">{value}</dd>
            </Flex>
          ))}
        </dl>
      )}
    </Stack>
  )
}

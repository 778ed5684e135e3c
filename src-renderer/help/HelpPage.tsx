import { Box, Flex } from '@mantine/core'
import { Link } from 'wouter'
import { may, type ProcedurePath } from '../../src-shared/access/who-may.ts'
import { helpWords } from '../../src-shared/app/help.words.ts'
import { FirstStepsSection } from '../base/FirstSteps.tsx'
import { Page } from '../base/Page.tsx'
import { useMe } from '../base/use-me.ts'
import { Card } from '../design/Card.tsx'
import { Columns } from '../design/Columns.tsx'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import { frameShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'
import classes from './HelpPage.module.css'

/** Bantuan: the first steps of whoever sits here, each a way to its page, and what is good to know. Keys are in the F1 list. */
export function HelpPage() {
  const w = useWords(helpWords)
  const role = useMe()?.person?.role
  const all: { path: string; needs: ProcedurePath; what: string; how: string }[] = [
    { path: '/impor', needs: 'channels.files.stage', what: w.stepImport, how: w.stepImportHow },
    { path: '/toko/pemetaan', needs: 'catalog.listings.map', what: w.stepMap, how: w.stepMapHow },
    { path: '/stok/awal', needs: 'inventory.opening.save', what: w.stepStock, how: w.stepStockHow },
    { path: '/kemas', needs: 'fulfilment.queue', what: w.stepPack, how: w.stepPackHow },
    { path: '/stok', needs: 'inventory.levels', what: w.stepFind, how: w.stepFindHow },
    { path: '/retur', needs: 'returns.list', what: w.stepReturns, how: w.stepReturnsHow },
    { path: '/pembukuan', needs: 'ledger.neraca', what: w.stepBooks, how: w.stepBooksHow },
  ]
  const steps = role === undefined ? [] : all.filter(({ needs }) => may(role, needs))
  const facts = [w.safeHere, w.safeTwice, w.safeFix, w.safePassword]
  return (
    <Page title={w.title}>
      <Columns of="minmax(0, 3fr) minmax(0, 2fr)" gap={20} align="start" className={classes.parts}>
        <FirstStepsSection />
        <Section title={w.begin}>
          <Card isFlush>
            <ol className="ruled">
              {steps.map((step, index) => (
                <Flex key={step.path} component="li" gap={16} align="baseline" p="12px 16px">
                  <span className={classes.number} aria-hidden>
                    {index + 1}
                  </span>
                  <span>
                    <Link href={step.path} className="link strong">
                      {step.what}
                    </Link>
                    <Box component="span" display="block" c="dimmed">
                      {step.how}
                    </Box>
                  </span>
                </Flex>
              ))}
            </ol>
          </Card>
        </Section>
        <Section
          title={w.safe}
          aside={
            <>
              <Kbd keys={frameShortcuts.keyHelp.keys} /> {w.openKeys}
            </>
          }
        >
          <Card>
            <ul className="ruled">
              {facts.map((fact) => (
                <Box key={fact} component="li" p="6px 0">
                  {fact}
                </Box>
              ))}
            </ul>
          </Card>
        </Section>
      </Columns>
    </Page>
  )
}

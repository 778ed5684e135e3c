import { Box } from '@mantine/core'
import { Link } from 'wouter'
import { helpWords } from '../../src-shared/app/help.words.ts'
import { FirstStepsSection } from '../base/FirstSteps.tsx'
import { Page } from '../base/Page.tsx'
import { Card } from '../design/Card.tsx'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import { frameShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'
import classes from './HelpPage.module.css'

/** Bantuan: five first steps, each a way to its page, and what is good to know. Keys are in the F1 list. */
export function HelpPage() {
  const w = useWords(helpWords)
  const steps = [
    { path: '/impor', what: w.stepImport, how: w.stepImportHow },
    { path: '/toko/pemetaan', what: w.stepMap, how: w.stepMapHow },
    { path: '/stok', what: w.stepStock, how: w.stepStockHow },
    { path: '/kemas', what: w.stepPack, how: w.stepPackHow },
    { path: '/pembukuan', what: w.stepBooks, how: w.stepBooksHow },
  ]
  const facts = [w.safeHere, w.safeTwice, w.safeFix, w.safePassword]
  return (
    <Page title={w.title}>
      <div className={classes.columns}>
        <FirstStepsSection />
        <Section title={w.begin}>
          <Card isFlush>
            <ol className="ruled">
              {steps.map((step, index) => (
                <li key={step.path} className={classes.step}>
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
                </li>
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
            <ul className={`ruled ${classes.facts}`}>
              {facts.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          </Card>
        </Section>
      </div>
    </Page>
  )
}

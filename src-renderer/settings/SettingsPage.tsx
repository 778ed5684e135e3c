import { Stack } from '@mantine/core'
import { useRef } from 'react'
import { appWords } from '../../src-shared/app/app.words.ts'
import { PeopleSection } from '../access/PeopleSection.tsx'
import { Page } from '../base/Page.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useChangeSettings, useSettings } from '../base/use-settings.ts'
import { useWords } from '../design/language.tsx'
import { BeginAgainSection } from './BeginAgainSection.tsx'
import { BusinessSection } from './BusinessSection.tsx'
import { ClockSection } from './ClockSection.tsx'
import { DataSection } from './DataSection.tsx'
import { DeskSection } from './DeskSection.tsx'
import { LookSection } from './LookSection.tsx'
import { PracticeSection } from './PracticeSection.tsx'
import { ScannerSection } from './ScannerSection.tsx'
import { UpdatesSection } from './UpdatesSection.tsx'
import { useNamedSetting } from './use-named-setting.ts'

/** Pengaturan: what the owner decides once. Choices are kept the moment they are made, typed fields when left. */
export function SettingsPage() {
  const app = useWords(appWords)
  const settings = useSettings()
  const { change, error } = useChangeSettings()
  const page = useRef<HTMLDivElement>(null)
  useNamedSetting(page, settings !== undefined)
  return (
    <Page title={app.settings} quietLine={settings?.businessName}>
      <RefusalNotice error={error} />
      {settings && (
        <div className="halves" ref={page}>
          <Stack gap={16}>
            <BusinessSection settings={settings} onChange={change} />
            <ClockSection settings={settings} onChange={change} />
            <ScannerSection settings={settings} onChange={change} />
            <PeopleSection />
            <PracticeSection isPractice={settings.isPractice} />
          </Stack>
          <Stack gap={16}>
            <LookSection settings={settings} onChange={change} />
            <DeskSection settings={settings} onChange={change} />
            <DataSection />
            <UpdatesSection />
            {/* about the data, and the last thing on the page */}
            <BeginAgainSection businessName={settings.businessName} />
          </Stack>
        </div>
      )}
    </Page>
  )
}

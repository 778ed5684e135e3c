import { localStorageColorSchemeManager, type MantineColorScheme, MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import dayjs from 'dayjs'
import indonesian from 'dayjs/locale/id'
import { type ReactNode, useEffect } from 'react'
import type { Language, Zone } from '../../src-shared/kernel/business-day.ts'
import { ConfirmProvider } from './confirm.tsx'
import { styleNonce } from './content-policy.ts'
import { listenToKeyboard } from './keyboard.ts'
import { LocaleProvider } from './language.tsx'
import { cssVariables, theme } from './theme.ts'
import './fonts.css'
import './global.css'
import './shared.css'
import '@mantine/core/styles.layer.css'
import '@mantine/dates/styles.layer.css'
import '@mantine/dropzone/styles.layer.css'

// August is "Agu" on our screens (glossary 1), dayjs says "Agt".
const monthsShort = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des']
dayjs.locale({ ...indonesian, monthsShort }, undefined, true)

const schemeManager = localStorageColorSchemeManager({ key: 'lumbung.warna' })

export interface DesignProviderProps {
  language: Language
  zone: Zone
  scheme?: MantineColorScheme
  children: ReactNode
}

/** Everything the parts need around them: theme, language, keyboard and scanner, one confirm dialog. */
export function DesignProvider({ language, zone, scheme = 'auto', children }: DesignProviderProps) {
  useEffect(() => listenToKeyboard(window), [])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemeManager}
      defaultColorScheme={scheme}
      getStyleNonce={styleNonce}
      withGlobalClasses={false}
    >
      <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [0] }}>
        <LocaleProvider language={language} zone={zone}>
          <ConfirmProvider>{children}</ConfirmProvider>
        </LocaleProvider>
      </DatesProvider>
    </MantineProvider>
  )
}

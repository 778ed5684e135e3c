import { Box, Flex, Menu } from '@mantine/core'
import { IconChevronDown, IconLock } from '@tabler/icons-react'
import { peopleWords } from '../../src-shared/access/people.words.ts'
import { appWords } from '../../src-shared/app/app.words.ts'
import type { Language } from '../../src-shared/kernel/business-day.ts'
import { accessShortcuts } from '../access/access.shortcuts.ts'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import { useWords } from '../design/language.tsx'
import classes from './PersonMenu.module.css'

export type Scheme = 'light' | 'dark' | 'auto'

export interface PersonMenuProps {
  name: string
  role: string
  language: Language
  onLanguage: (language: Language) => void
  scheme: Scheme
  onScheme: (scheme: Scheme) => void
  /** Where the screen can be locked. */
  onLock?: () => void
  /** Whether this person may choose how the shop's window looks and speaks. */
  mayChange: boolean
}

/** Who is working and as what; opens language and appearance. */
export function PersonMenu(props: PersonMenuProps) {
  const { name, role, language, onLanguage, scheme, onScheme, onLock, mayChange } = props
  const w = useWords(appWords)
  const people = useWords(peopleWords)
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <button type="button" className={classes.person}>
          <Flex component="span" direction="column">
            <Box component="span" lh="16px" maw={140} fz={13} c="var(--lb-tinta)" className="cut strong">
              {name}
            </Box>
            <Box component="span" lh="15px" fz={12.5}>
              {role}
            </Box>
            <span className="hanya-terdengar">{w.personMenu}</span>
          </Flex>
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {onLock && (
          <Menu.Item
            leftSection={<IconLock size={15} stroke={1.7} />}
            rightSection={<Kbd keys={accessShortcuts.lockScreen.keys} />}
            onClick={onLock}
          >
            {people.lockScreen}
          </Menu.Item>
        )}
        {mayChange && (
          <>
            {onLock && <Menu.Divider />}
            <Menu.Label>{w.language}</Menu.Label>
            <Menu.RadioGroup value={language} onChange={(chosen) => onLanguage(chosen as Language)}>
              <Menu.RadioItem value="id">{w.indonesian}</Menu.RadioItem>
              <Menu.RadioItem value="en">{w.english}</Menu.RadioItem>
            </Menu.RadioGroup>
            <Menu.Divider />
            <Menu.Label>{w.scheme}</Menu.Label>
            <Menu.RadioGroup value={scheme} onChange={(chosen) => onScheme(chosen as Scheme)}>
              <Menu.RadioItem value="light">{w.schemeLight}</Menu.RadioItem>
              <Menu.RadioItem value="dark">{w.schemeDark}</Menu.RadioItem>
              <Menu.RadioItem value="auto">{w.schemeAuto}</Menu.RadioItem>
            </Menu.RadioGroup>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

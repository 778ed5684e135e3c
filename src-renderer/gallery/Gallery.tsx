import { Box, Group, Stack, useMantineColorScheme } from '@mantine/core'
import { type ComponentType, useEffect, useState } from 'react'
import type { Language } from '../../src-shared/kernel/business-day.ts'
import { DesignProvider } from '../design/DesignProvider.tsx'
import { SegmentedTabs } from '../design/tabs/SegmentedTabs.tsx'
import { ToastStrip } from '../design/toast.tsx'
import { ButtonsPage } from './ButtonsPage.tsx'
import { ChartsPage } from './ChartsPage.tsx'
import { ColoursPage } from './ColoursPage.tsx'
import { FieldsPage } from './FieldsPage.tsx'
import { FramePage } from './FramePage.tsx'
import { MoneyPage } from './MoneyPage.tsx'
import { NoticesPage } from './NoticesPage.tsx'
import { PanelsPage } from './PanelsPage.tsx'
import { PAGE_IDS, type PageId } from './page-ids.ts'
import { SheetsPage } from './SheetsPage.tsx'
import { TablePage } from './TablePage.tsx'

const PAGES: Record<PageId, { label: string; page: ComponentType<{ onLeave: () => void }> }> = {
  warna: { label: 'Warna dan huruf', page: ColoursPage },
  tombol: { label: 'Tombol dan tanda', page: ButtonsPage },
  uang: { label: 'Uang', page: MoneyPage },
  tabel: { label: 'Tabel', page: TablePage },
  lembar: { label: 'Lembar dan baris', page: SheetsPage },
  isian: { label: 'Isian dan scan', page: FieldsPage },
  panel: { label: 'Panel dan tab', page: PanelsPage },
  kabar: { label: 'Kabar dan dialog', page: NoticesPage },
  grafik: { label: 'Grafik dan gambar', page: ChartsPage },
  bingkai: { label: 'Bingkai', page: FramePage },
}

const pageFromAddress = (): PageId => PAGE_IDS.find((id) => id === window.location.hash.slice(1)) ?? 'warna'

/** Every part in every state. `#tabel` in the address opens one page. */
export function Gallery() {
  const [language, setLanguage] = useState<Language>('id')
  return (
    <DesignProvider language={language} zone="WIB" scheme="light">
      <GalleryPages language={language} onLanguage={setLanguage} />
    </DesignProvider>
  )
}

function GalleryPages({ language, onLanguage }: { language: Language; onLanguage: (language: Language) => void }) {
  const [pageId, setPageId] = useState(pageFromAddress)
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { page: ShownPage, label } = PAGES[pageId]
  useEffect(() => {
    const follow = () => setPageId(pageFromAddress())
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  const open = (id: PageId) => {
    window.history.replaceState(null, '', `#${id}`)
    setPageId(id)
  }
  if (pageId === 'bingkai') return <FramePage onLeave={() => open('warna')} />
  return (
    <Stack gap={0} h="100dvh">
      <Group component="header" gap="8px 14px" p="8px 20px" bg="var(--lb-mori2)" className="line-below">
        <h1 className="heading">Galeri Lumbung</h1>
        <SegmentedTabs
          label="Halaman galeri"
          items={PAGE_IDS.map((id) => ({ id, label: PAGES[id].label }))}
          value={pageId}
          onChange={open}
        />
        <SegmentedTabs
          label="Warna layar"
          items={[
            { id: 'light', label: 'Terang' },
            { id: 'dark', label: 'Gelap' },
          ]}
          value={colorScheme === 'dark' ? 'dark' : 'light'}
          onChange={setColorScheme}
        />
        <SegmentedTabs
          label="Bahasa"
          items={[
            { id: 'id', label: 'ID' },
            { id: 'en', label: 'EN' },
          ]}
          value={language}
          onChange={onLanguage}
        />
      </Group>
      <Box component="main" flex={1} p="16px 20px 32px" className="scrolls" tabIndex={0} aria-label={label}>
        <ShownPage onLeave={() => open('warna')} />
      </Box>
      <Box component="footer" h={26} className="row">
        <ToastStrip />
      </Box>
    </Stack>
  )
}

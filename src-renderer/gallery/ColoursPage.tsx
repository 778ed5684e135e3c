import { Box, Group, Stack } from '@mantine/core'
import { Card } from '../design/Card.tsx'
import { Columns } from '../design/Columns.tsx'
import { Section } from '../design/Section.tsx'
import { TONES, tokens, toneFill, toneText } from '../design/theme.ts'

/** Dyes, soft fills with their own text, and the three typefaces. */
export const ColoursPage = () => (
  <Columns of="repeat(auto-fit, minmax(320px, 1fr))" gap={20} align="start">
    <div className="across">
      <Section title="Warna" aside="dinamai menurut pewarna batik">
        <Card>
          <Columns of="repeat(auto-fill, minmax(150px, 1fr))" gap={10}>
            {Object.keys(tokens).map((name) => (
              <Group key={name} gap={8} fz="sm">
                <Box
                  component="span"
                  w={40}
                  h={32}
                  bd="1px solid var(--lb-garis2)"
                  bdrs={7}
                  style={{ background: `var(--lb-${name})` }}
                />
                {name}
              </Group>
            ))}
          </Columns>
        </Card>
      </Section>
    </div>
    <Section title="Enam nada dan dua netral">
      <Card>
        <Group gap={10}>
          {TONES.map((tone) => (
            <span
              key={tone}
              style={{ padding: '4px 10px', borderRadius: 5, background: toneFill(tone), color: toneText(tone) }}
            >
              {tone} 1.234
            </span>
          ))}
        </Group>
      </Card>
    </Section>
    <Section title="Huruf">
      <Card>
        <Stack gap={14}>
          <span className="serif" style={{ fontSize: 42, lineHeight: '50px' }}>
            Rp4.500.000
          </span>
          <span className="serif" style={{ fontSize: 19 }}>
            Judul halaman, Source Serif 4
          </span>
          <span>Isi 14/20, Plus Jakarta Sans: Kemeja Lung Ukir, 1.234 pcs, Rp167.500</span>
          <span style={{ fontSize: 12, fontWeight: 600, color: 'var(--lb-tinta2)' }}>Label 12/16, 600</span>
          <span className="kode">SPXID 0617 3482 915B, IBM Plex Mono</span>
          <span className="jumlah" style={{ display: 'flex', justifyContent: 'space-between' }}>
            <span>Jumlah</span>
            <span>Rp183.551.600</span>
          </span>
        </Stack>
      </Card>
    </Section>
  </Columns>
)

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Pages and sample shop are built once for all journeys of a run; here is their folder, and it goes when they are done. */
export default function setUp(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-journeys-'))
  process.env.LUMBUNG_JOURNEYS = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

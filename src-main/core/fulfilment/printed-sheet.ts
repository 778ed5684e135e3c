import { businessDay, formatDay, type Instant, type Zone } from '../../../src-shared/kernel/business-day.ts'
import { handedFile } from '../handed-file.ts'

/** What the first call makes serves them all. */
export function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** A finished PDF, `label-22-nov-2026.pdf`, and the letters of it that are empty boxes. */
export function printedSheet(what: string, at: Instant, zone: Zone, pdf: Uint8Array, lacking: ReadonlySet<string>) {
  const bytes = Buffer.from(pdf)
  return {
    file: handedFile(
      `${what}-${formatDay(businessDay(at, zone)).toLowerCase().replaceAll(' ', '-')}.pdf`,
      'application/pdf',
      bytes,
    ),
    pages: bytes.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0,
    lacking: [...lacking],
  }
}

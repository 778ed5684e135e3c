import { ORPCError } from '@orpc/server'
import type { RowProblem } from '../../src-shared/channels/channel-file.ts'
import type { ImportOutcome, ImportProgress, StagedFile } from '../../src-shared/channels/channels.ts'
import { problemSentence } from '../../src-shared/channels/channels.words.ts'
import type { FileContentsShown } from '../../src-shared/channels/file-shown.ts'
import { ORDER_OF_USE, whySkippedWords } from '../../src-shared/channels/many-files.ts'
import type { Language } from '../../src-shared/kernel/business-day.ts'
import { refused } from '../core/refused.ts'
import { type GatheredFile, gathered } from './gathered-files.ts'
import { isCalled, type PlaceForFile, placeForFile } from './place-for-file.ts'
import { sentenceOf } from './sentence-of.ts'
import type { Client } from './shop.ts'

export interface ImportOptions {
  files: string[]
  /** Absent: the only shop of the file's channel. */
  shopName: string | undefined
  /** The account a bank statement goes into; absent: the only one it can be. */
  wallet: string | undefined
  /** Other shops that know the file's orders too; it is taken in all the same. */
  despite: readonly string[]
  dryRun: boolean
  /** Of the sentences in the reports. */
  language: Language
}

/** What the file itself says, by what it is about, and what importing did, or would do. */
export type ImportReport = WithSentences<FileContentsShown> & {
  file: string
  dryRun: boolean
  /** Null when everything in the file is held back, or such files are only read. */
  outcome: ImportOutcome | null
}

type WithSentences<Said> = Said extends FileContentsShown
  ? Omit<Said, 'problems'> & { problems: (RowProblem & { sentence: string })[] }
  : never

/** A file among several that is not taken in, and why. */
export interface SkippedReport {
  file: string
  dryRun: boolean
  skipped: string
}

interface Look {
  file: GatheredFile
  staged: StagedFile
}

/**
 * Takes files, folders and ZIP archives in through the same contract as the screen: stage, then preview or confirm, in the order
 * that explains most. A named file that is refused ends it after those named before it; in a folder or an archive it is
 * said, and the others go on. Each report is handed over as it comes.
 * @throws the refusal of a named file; NOTHING_TO_IMPORT when everything in it is held back.
 */
export async function* importFiles(
  client: Client,
  options: ImportOptions,
): AsyncGenerator<ImportReport | SkippedReport> {
  const { dryRun, language } = options
  const { files, skipped } = await gathered(client, options.files)
  for (const { name, why } of skipped) yield { file: name, dryRun, skipped: whySkippedWords[language][why] }
  const looks: Look[] = []
  let refusal: unknown = null
  for (const file of files) {
    try {
      const staged = await client.channels.files.stage(await file.inHand())
      await client.channels.files.discard({ importId: staged.importId })
      const why = looks.some((look) => look.staged.sha256 === staged.sha256)
        ? 'twice'
        : staged.importedBefore !== null
          ? 'imported'
          : null
      if (why && !file.isNamed) yield { file: file.name, dryRun, skipped: whySkippedWords[language][why] }
      else looks.push({ file, staged })
    } catch (problem) {
      const sentence = refusalSentence(problem, language)
      if (file.isNamed || sentence === null) {
        refusal = problem
        break
      }
      yield { file: file.name, dryRun, skipped: sentence }
    }
  }
  for (const look of inOrderOfUse(looks)) yield* taken(client, look, options)
  if (refusal) throw refusal
}

const refusalSentence = (problem: unknown, language: Language): string | null =>
  problem instanceof ORPCError && problem.defined ? sentenceOf(problem, language) : null

async function* taken(client: Client, { file }: Look, options: ImportOptions): AsyncGenerator<ImportReport> {
  const { dryRun, language } = options
  const staged = await client.channels.files.stage(await file.inHand())
  const report = reportOf(staged, dryRun, language)
  if (staged.records === 0) {
    yield { ...report, outcome: null }
    if (file.isNamed) throw refused('NOTHING_TO_IMPORT', { problems: staged.problemCount })
    return
  }
  yield { ...report, outcome: await run(client, staged, await placeForFile(client, staged, options), options) }
}

const inOrderOfUse = (looks: readonly Look[]): Look[] =>
  looks.toSorted((a, b) => ORDER_OF_USE.indexOf(a.staged.about) - ORDER_OF_USE.indexOf(b.staged.about))

function reportOf(staged: StagedFile, dryRun: boolean, language: Language) {
  const {
    importId,
    fileName,
    kilobytes,
    channel,
    records,
    modifiedAt,
    suggestedShopId,
    sha256,
    importedBefore,
    suggestedAccount,
    ...said
  } = staged
  const problems = said.problems.map((problem) => ({ ...problem, sentence: problemSentence(problem, language) }))
  return { file: fileName, dryRun, ...said, problems }
}

async function run(
  client: Client,
  { importId }: StagedFile,
  place: PlaceForFile,
  { dryRun, despite }: Pick<ImportOptions, 'dryRun' | 'despite'>,
): Promise<ImportOutcome | null> {
  const into = { importId, ...place }
  if (dryRun) return outcomeOf(await client.channels.files.preview(into))
  const others = (await client.channels.shops.list()).filter((shop) => despite.some((name) => isCalled(name)(shop)))
  return outcomeOf(await client.channels.files.confirm({ ...into, despite: others.map(({ id }) => id) }))
}

async function outcomeOf(stream: AsyncIterable<ImportProgress>): Promise<ImportOutcome | null> {
  let outcome: ImportOutcome | null = null
  for await (const event of stream) if (event.type === 'result') outcome = event.outcome
  return outcome
}

import { Group } from '@mantine/core'
import { batchWords } from '../../../src-shared/channels/batch.words.ts'
import type { StagedFile } from '../../../src-shared/channels/channels.ts'
import { countsOf } from '../../../src-shared/channels/counts-of.ts'
import { channelFileWords } from '../../../src-shared/channels/file-kind.words.ts'
import { importWords, recordWords } from '../../../src-shared/channels/import.words.ts'
import { whySkippedWords } from '../../../src-shared/channels/many-files.ts'
import { formatDay } from '../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { refusalSentence } from '../../base/refusal-sentence.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Card } from '../../design/Card.tsx'
import { useConfirm } from '../../design/confirm.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import classes from './batch.module.css'
import { type BatchFile, batchWork } from './batch-work.ts'

/** Each file by its name, what it is, and what became of it. */
export function BatchFiles({ files, isAsking }: { files: readonly BatchFile[]; isAsking: boolean }) {
  const w = useWords(batchWords)
  return (
    <Card isFlush>
      <table className="figures told">
        <thead>
          <tr>
            {[w.file, w.what, w.state].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {files.map((each) => (
            <tr key={each.id}>
              <td className={classes.name}>
                <span className="kode">{each.name}</span>
              </td>
              <td>{each.file && <Says file={each.file} />}</td>
              <td>
                <State of={each} />
                {isAsking && each.state.is === 'doubted' && <WhereTo id={each.id} state={each.state} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

/** What it is, which days it covers, how much is in it, and whether its rows come to its own totals. */
function Says({ file }: { file: StagedFile }) {
  const w = useWords(batchWords)
  const say = useWords(importWords)
  const kinds = useWords(channelFileWords)
  const records = useWords(recordWords)
  const { language } = useLocale()
  const { from, to } = file.about === 'orders' ? file : file.totals
  const controls = 'controls' in file ? file.controls : []
  const differing = controls.filter(({ stated, computed }) => stated !== computed).length
  const facts = [
    w.records(formatNumber(file.records), records[file.about]),
    ...(from && to ? [w.period(formatDay(from, language), formatDay(to, language))] : []),
    ...(controls.length === 0
      ? []
      : [differing > 0 ? w.differs(formatNumber(differing)) : w.agrees(formatNumber(controls.length))]),
  ]
  return (
    <>
      <b>{kinds[file.kind]}</b>
      <br />
      <span className="quiet small">{facts.join(', ')}</span>
      {file.leftSheets && file.leftSheets.length > 0 && (
        <p className="small">{say.leftSheets(file.leftSheets.join(', '))}</p>
      )}
    </>
  )
}

/** The file that was doubted: into the shop it speaks of, or all the same into the one that was chosen. */
function WhereTo({
  id,
  state: { doubt, other },
}: {
  id: number
  state: Extract<BatchFile['state'], { is: 'doubted' }>
}) {
  const w = useWords(importWords)
  const confirm = useConfirm()
  const { why, chosen } = doubt
  const keep = async () => {
    const agreed = await confirm({
      title: w.despiteTitle(chosen),
      body:
        why === 'strange'
          ? w.despiteBodyStrange(chosen)
          : (why === 'numbers' ? w.despiteBody : w.despiteBodyGoods)(doubt.other, chosen),
      action: w.takeDespite,
    })
    if (agreed) await batchWork.takeDoubted(id, 'chosen')
  }
  return (
    <Group gap={8} mt={6}>
      {why !== 'strange' && other && (
        <ActionButton
          label={w.intoOther(other.name)}
          size="small"
          onAct={() => void batchWork.takeDoubted(id, 'other')}
        />
      )}
      <ActionButton label={w.intoDespite(chosen)} size="small" kind="quiet" onAct={() => void keep()} />
    </Group>
  )
}

function State({ of: { state } }: { of: BatchFile }) {
  const w = useWords(batchWords)
  const why = useWords(whySkippedWords)
  const { language } = useLocale()
  switch (state.is) {
    case 'waiting':
      return <span className="quiet">{w.waiting}</span>
    case 'reading':
      return <span className="quiet">{w.rows(formatNumber(state.rows))}</span>
    case 'read':
      return w.ready
    case 'skipped':
      return <span className="quiet">{w.skipped(why[state.why])}</span>
    case 'refused':
    case 'doubted':
      return <span className="bad">{refusalSentence(state.error, language)}</span>
    case 'taking':
      return `${formatNumber(state.done)} / ${formatNumber(state.total)}`
    case 'stopped':
      return <span className="quiet">{w.stopped}</span>
    case 'done': {
      const { added, changed, unchanged, keptOut } = countsOf(state.outcome)
      const sentence = w.counts(formatNumber(added), formatNumber(changed), formatNumber(unchanged))
      return keptOut > 0 ? `${sentence}, ${w.keptOut(formatNumber(keptOut))}` : sentence
    }
  }
}

import type { CommitmentView, PassportData } from '#app/domain/sites/passport/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip, type Tone } from '#app/ui/chip'
import { SourceText } from './fact-rows'
import { PassportSection } from './passport-section'
import { Say } from './say'

const tones: Record<CommitmentView['state'], Tone> = {
  planned: 'neutral',
  funded: 'accent',
  in_progress: 'accent',
  done: 'good',
  missed: 'bad',
}

/** What the authority has undertaken to bring, and how that stands. */
export function Commitments({ data: { commitments, stale } }: { data: PassportData }) {
  const { t } = useLanguage()
  if (commitments.length === 0) return null
  return (
    <PassportSection id="commitments" title={t('passport.commitments')} stale={stale.commitments}>
      <ul className="divide-line divide-y">
        {commitments.map(({ id, title, state, stateWord, facts, note, source }) => (
          <li key={id} className="flex flex-col gap-1 py-3 first:pt-0">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <strong className="font-semibold">{title}</strong>
              <Chip tone={tones[state]}>{stateWord}</Chip>
            </div>
            <p>
              <Say of={facts} />
            </p>
            {note !== '' && (
              <p className="text-muted">
                <Say of={note} />
              </p>
            )}
            <p className="text-muted text-sm">
              {source === null ? t('passport.no_source') : <SourceText source={source} />}
            </p>
          </li>
        ))}
      </ul>
    </PassportSection>
  )
}

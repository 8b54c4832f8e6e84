import type { VersionLine } from '#app/domain/sites/version-line'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip, type Tone } from '#app/ui/chip'
import { Link } from '@remix-run/react'
import { RemarkList } from '../remark-list'

type VersionItemProps = {
  number: string
  version: VersionLine
  compared: { from: number; to: number } | null
}

/** Who wrote and reviewed a version, when it was public, and what was asked to correct in it. */
export function VersionItem({ number, version, compared }: VersionItemProps) {
  const { t, href, format } = useLanguage()
  const { sequence, remarks } = version
  const title = t('review.versions.version', { sequence })
  return (
    <li className="border-line bg-surface flex flex-col gap-2 rounded-lg border p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="flex flex-wrap items-center gap-2 text-base font-bold">
          {title}
          <StateChip version={version} />
        </h2>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
          {compared !== null && (
            <>
              <Pick name="from" sequence={sequence} isChosen={sequence === compared.from} />
              <Pick name="to" sequence={sequence} isChosen={sequence === compared.to} />
            </>
          )}
          <Link
            to={href(`/akimat/sites/${number}/versions/${sequence}`)}
            className="inline-flex min-h-11 items-center underline"
          >
            {t('review.versions.open')}
            <span className="sr-only">: {title}</span>
          </Link>
        </div>
      </div>
      <Facts version={version} />
      {remarks.length > 0 && (
        <details>
          <summary className="text-accent inline-flex min-h-11 cursor-pointer items-center text-sm underline">
            {t('review.versions.remarks', { value: format.number(remarks.length) })}
          </summary>
          <RemarkList remarks={remarks} />
        </details>
      )}
    </li>
  )
}

function Pick({ name, sequence, isChosen }: { name: 'from' | 'to'; sequence: number; isChosen: boolean }) {
  const { t } = useLanguage()
  return (
    <label className="inline-flex min-h-11 items-center gap-2 text-sm">
      <input type="radio" name={name} value={sequence} defaultChecked={isChosen} className="tick size-5 rounded-full" />
      {t(`review.versions.${name}`)}
      <span className="sr-only">: {t('review.versions.version', { sequence })}</span>
    </label>
  )
}

function StateChip({ version }: { version: VersionLine }) {
  const { t } = useLanguage()
  const { state, isDiscarded } = version
  const tones: Partial<Record<VersionLine['state'], Tone>> = {
    published: 'accent',
    in_review: 'attention',
    changes_requested: 'attention',
  }
  return (
    <Chip tone={tones[state] ?? 'neutral'}>
      {isDiscarded ? t('review.versions.discarded') : t(`sites.state.${state}`)}
    </Chip>
  )
}

function Facts({ version }: { version: VersionLine }) {
  const { t, format } = useLanguage()
  const { author, editors, createdAt, submittedAt, reviewer, reviewedAt, publishedAt, publicUntil } = version
  const at = (moment: string) => format.dateTime(new Date(moment))
  const writers = [author, ...editors].filter((name) => name !== '').join(', ')
  return (
    <ul className="text-muted flex flex-col gap-1 text-sm">
      {publishedAt !== null && (
        <li className="text-ink">
          {publicUntil === null
            ? t('review.versions.public_since', { from: at(publishedAt) })
            : t('review.versions.public_until', { from: at(publishedAt), to: at(publicUntil) })}
        </li>
      )}
      <li>{t('review.versions.begun', { when: at(createdAt), who: writers || t('review.versions.product') })}</li>
      {submittedAt !== null && <li>{t('review.versions.submitted', { when: at(submittedAt) })}</li>}
      {reviewer !== null && reviewedAt !== null && (
        <li>{t('review.versions.reviewed', { when: at(reviewedAt), who: reviewer })}</li>
      )}
    </ul>
  )
}

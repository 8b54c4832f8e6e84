import { unitOf, utilityKinds } from '#app/domain/kernel/quantity'
import type { TownCommitment, TownPromiseList, TownScore } from '#app/domain/search/town-trust'
import { LocalText } from '#app/domain/towns/components/local-text'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip } from '#app/ui/chip'
import { Link } from '@remix-run/react'

/** How well the akimat keeps its data. */
export function TownScoreLine({ score }: { score: TownScore | null }) {
  const { t, format } = useLanguage()
  return (
    <section>
      <h2 className="mb-1 text-lg font-bold">{t('freshness.score.title')}</h2>
      {score === null ? (
        <p className="text-muted">{t('freshness.score.none')}</p>
      ) : (
        <p>
          <strong className="font-semibold">
            {t('freshness.score.share', { share: format.percent(score.inTime / score.published) })}
          </strong>
          {score.overdue > 0 && (
            <> · {t('freshness.score.overdue', { count: score.overdue, value: format.number(score.overdue) })}</>
          )}
        </p>
      )}
      <p className="text-muted text-sm">{t('freshness.score.explain')}</p>
    </section>
  )
}

/** What the town promised: what it missed first, then what comes next. Nothing where it promised nothing. */
export function TownPromises({ missed, next }: { missed: TownPromiseList; next: TownPromiseList }) {
  const { t } = useLanguage()
  if (missed.total + next.total === 0) return null
  return (
    <section>
      <h2 className="mb-2 text-lg font-bold">{t('freshness.commitments.title')}</h2>
      <div className="grid gap-6 lg:grid-cols-2">
        <PromiseList title={t('freshness.commitments.missed')} list={missed} />
        <PromiseList title={t('freshness.commitments.next')} list={next} />
      </div>
    </section>
  )
}

function PromiseList({ title, list: { items, total } }: { title: string; list: TownPromiseList }) {
  const { t, format } = useLanguage()
  if (total === 0) return null
  const rest = total - items.length
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      <ul className="divide-line divide-y">
        {items.map((item) => (
          <PromiseItem key={`${item.site.number} ${item.id}`} item={item} />
        ))}
      </ul>
      {rest > 0 && (
        <p className="text-muted text-sm">
          {t('freshness.commitments.more', { count: rest, value: format.number(rest) })}
        </p>
      )}
    </div>
  )
}

function PromiseItem({ item }: { item: TownCommitment }) {
  const { t, href, format } = useLanguage()
  const { work, added, dueOn, programme, state, site } = item
  const utility = utilityKinds.find((kind) => kind === work)
  const isMissed = state === 'missed'
  return (
    <li className="py-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">
          {t(`freshness.work.${work}`)}
          {utility !== undefined && added !== null && <>: +{format.quantity(added, unitOf[utility])}</>}
        </span>
        <Chip tone={isMissed ? 'bad' : 'neutral'}>{t(`freshness.state.${state}`)}</Chip>
      </p>
      <p className="text-sm">
        {dueOn === null
          ? t('freshness.commitments.no_date')
          : t(isMissed ? 'freshness.commitments.was_due' : 'freshness.commitments.due', { date: format.date(dueOn) })}
        {programme !== '' && (
          <>
            {' · '}
            {t('freshness.commitments.programme')} <span lang="zxx">{programme}</span>
          </>
        )}
      </p>
      <p className="text-sm">
        <Link to={href(`/sites/${site.number}`)} className="inline-flex min-h-8 items-center underline">
          <LocalText text={site.name} />
        </Link>{' '}
        <span className="text-muted">{site.number}</span>
      </p>
    </li>
  )
}

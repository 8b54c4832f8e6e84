import { useLanguage } from '#app/platform/i18n/use-language'
import { DemoChip } from '#app/ui/chip'
import { EmptyState } from '#app/ui/empty-state'
import { LinkButton } from '#app/ui/link-button'
import { Link } from '@remix-run/react'

/** `isOwnWords`: the title is what the person wrote, in whatever language. */
export type ListedBrief = { id: string; title: string; isOwnWords: boolean; updatedAt: string; isDemo: boolean }

/** The briefs of a person, the last changed first. */
export function BriefList({ briefs }: { briefs: readonly ListedBrief[] }) {
  const { t, href, format } = useLanguage()
  return (
    <section className="flex flex-col gap-2" aria-labelledby="briefs-title">
      <h2 id="briefs-title" className="text-lg font-bold">
        {t('briefs.own.title')}
      </h2>
      {briefs.length === 0 ? (
        <EmptyState title={t('briefs.own.empty_title')} text={t('briefs.own.empty_text')}>
          <LinkButton to={href('/briefs/new')}>{t('briefs.own.new')}</LinkButton>
        </EmptyState>
      ) : (
        <>
          <ul className="divide-line divide-y">
            {briefs.map(({ id, title, isOwnWords, updatedAt, isDemo }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-4 py-1">
                <Link to={href(`/briefs/${id}`)} className="inline-flex min-h-11 items-center font-medium">
                  <span lang={isOwnWords ? 'zxx' : undefined}>{title}</span>
                </Link>
                <span className="text-muted text-sm">{t('briefs.own.changed', { date: format.date(updatedAt) })}</span>
                {isDemo && <DemoChip />}
              </li>
            ))}
          </ul>
          <p>
            <LinkButton to={href('/briefs/new')}>{t('briefs.own.new')}</LinkButton>
          </p>
        </>
      )}
    </section>
  )
}

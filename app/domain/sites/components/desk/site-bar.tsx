import { useLanguage } from '#app/platform/i18n/use-language'
import { Notice } from '#app/ui/notice'
import { RemarkList } from '../remark-list'
import { ConfirmBy } from './confirm-by'
import { DiscardPanel, SiteActions } from './site-actions'
import type { SiteBarData } from './site-bar-data'
import { FreshnessChip, SiteState } from './site-chips'

/** Over the preview of a passport: where the dossier stands and what this person can do with it. */
export function SiteBar({ bar }: { bar: SiteBarData }) {
  const { t } = useLanguage()
  return (
    <div className="flex flex-col gap-4">
      {bar.done !== null && (
        <Notice tone={bar.done === 'decided' || bar.done === 'changed' ? 'attention' : 'good'} role="status">
          {t(`review.site_done.${bar.done}`)}
        </Notice>
      )}
      {bar.isDiscarding && bar.canEdit && <DiscardPanel number={bar.number} isPublic={bar.isPublic} />}
      <section className="border-line bg-surface flex flex-col gap-4 rounded-lg border p-4">
        <div className="flex flex-col gap-1">
          <span className="flex flex-wrap items-center gap-2">
            <SiteState site={bar} />
            {bar.freshness !== null && <FreshnessChip freshness={bar.freshness} />}
            <ConfirmBy site={bar} />
          </span>
          <StatusWords bar={bar} />
          <p className="text-muted max-w-text text-sm">{t(explain(bar))}</p>
        </div>
        <SiteActions bar={bar} />
      </section>
      {bar.remarks.length > 0 && (
        <Notice tone="attention" title={t('akimat.returned_title')}>
          <RemarkList remarks={bar.remarks} />
        </Notice>
      )}
    </div>
  )
}

function StatusWords({ bar: { endReason, statusNote, freshness } }: { bar: SiteBarData }) {
  const { t } = useLanguage()
  const isHidden = freshness === 'lapsed'
  return (
    <>
      {endReason !== null && <p>{t(`freshness.end_reason.${endReason}`)}</p>}
      {statusNote !== null && <p className="whitespace-pre-line">{statusNote}</p>}
      {isHidden && <p className="text-bad font-medium">{t('review.lapsed_meaning')}</p>}
    </>
  )
}

function explain({ openState, status, isPublic, isEnded, canReview, isOwnWork }: SiteBarData) {
  if (isEnded) return 'review.ended_meaning'
  if (openState === 'in_review') {
    if (canReview) return isOwnWork ? 'akimat.site.explain.own_work' : 'akimat.site.explain.review'
    return 'akimat.site.explain.in_review'
  }
  if (openState !== null) return isPublic ? 'akimat.site.explain.changing' : 'akimat.site.explain.draft'
  return status === 'published' ? 'akimat.site.explain.public' : 'akimat.site.explain.ended'
}

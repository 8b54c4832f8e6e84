import type { EditorRemark } from '#app/domain/sites/editor-data'
import type { Freshness, SiteStatus } from '#app/domain/sites/model'
import type { OwnSite } from '#app/domain/sites/own-site'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { Panel } from '#app/ui/panel'
import { Form } from '@remix-run/react'
import { RemarkList } from '../remark-list'
import { SiteState } from './sites-table'

export type SiteBarData = {
  number: string
  status: SiteStatus
  openState: OwnSite['openState']
  isPublic: boolean
  isEnded: boolean
  freshness: Freshness | null
  confirmedAt: string | null
  canEdit: boolean
  canReview: boolean
  isOwnWork: boolean
  remarks: EditorRemark[]
  done: 'submitted' | 'returned' | 'published' | 'discarded' | null
  isDiscarding: boolean
}

/** Over the preview of a passport: where the dossier stands and what this person can do with it. */
export function SiteBar({ bar }: { bar: SiteBarData }) {
  const { t } = useLanguage()
  return (
    <div className="flex flex-col gap-4">
      {bar.done !== null && (
        <Notice tone="good" role="status">
          {t(`akimat.site.done.${bar.done}`)}
        </Notice>
      )}
      {bar.isDiscarding && bar.canEdit && <DiscardPanel bar={bar} />}
      <section className="border-line bg-surface flex flex-wrap items-center justify-between gap-4 rounded-lg border p-4">
        <div className="flex flex-col gap-1">
          <SiteState site={bar} />
          <p className="text-muted max-w-text text-sm">{t(explain(bar))}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Actions bar={bar} />
        </div>
      </section>
      {bar.remarks.length > 0 && (
        <Notice tone="attention" title={t('akimat.returned_title')}>
          <RemarkList remarks={bar.remarks} />
        </Notice>
      )}
    </div>
  )
}

function explain({ openState, isPublic, isEnded, canReview, isOwnWork }: SiteBarData) {
  if (isEnded) return 'akimat.site.explain.ended'
  if (openState === 'in_review') {
    if (canReview) return isOwnWork ? 'akimat.site.explain.own_work' : 'akimat.site.explain.review'
    return 'akimat.site.explain.in_review'
  }
  if (openState !== null) return isPublic ? 'akimat.site.explain.changing' : 'akimat.site.explain.draft'
  return 'akimat.site.explain.public'
}

function Actions({ bar }: { bar: SiteBarData }) {
  const { t, href } = useLanguage()
  const { number, openState, canEdit, canReview, isOwnWork, isPublic, freshness } = bar
  const here = href(`/akimat/sites/${number}`)
  const isEditable = canEdit && openState !== null && openState !== 'in_review'
  return (
    <>
      {canReview && !isOwnWork && (
        <LinkButton look="primary" to={`${here}/review`}>
          {t('akimat.site.review')}
        </LinkButton>
      )}
      {isEditable && (
        <LinkButton look="primary" to={`${here}/edit`}>
          {t('akimat.site.edit')}
        </LinkButton>
      )}
      {canEdit && (
        <Form method="post" action="?" className="flex flex-wrap gap-2">
          {openState === null && (
            <Button name="intent" value="open">
              {t('akimat.site.change')}
            </Button>
          )}
          {freshness !== null && freshness !== 'fresh' && (
            <Button name="intent" value="confirm">
              {t('akimat.site.confirm')}
            </Button>
          )}
        </Form>
      )}
      {isPublic && (
        <LinkButton look="quiet" to={href(`/sites/${number}`)}>
          {t('akimat.site.public_page')}
        </LinkButton>
      )}
    </>
  )
}

function DiscardPanel({ bar }: { bar: SiteBarData }) {
  const { t } = useLanguage()
  return (
    <Panel title={t('akimat.site.discard_title')} tone="attention">
      <p>{t(bar.isPublic ? 'akimat.site.discard_change' : 'akimat.site.discard_draft')}</p>
      <Form method="post" action="?" className="flex flex-wrap gap-2">
        <Button look="danger" name="intent" value="discard">
          {t('akimat.site.discard')}
        </Button>
        <LinkButton to="?">{t('ui.action.cancel')}</LinkButton>
      </Form>
    </Panel>
  )
}

import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import { Panel } from '#app/ui/panel'
import type { SiteBarData } from './site-bar-data'

/** What comes next first; then what can become of the site, and what there is to read. */
export function SiteActions({ bar }: { bar: SiteBarData }) {
  const { t, href } = useLanguage()
  const here = href(`/akimat/sites/${bar.number}`)
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <NextActions bar={bar} here={here} />
      </div>
      <div className="flex flex-wrap gap-2">
        {bar.ways.map((status) => (
          <LinkButton key={status} look="quiet" to={`${here}/status?to=${status}`}>
            {t(`review.way.${status}`)}
          </LinkButton>
        ))}
        <LinkButton look="quiet" to={`${here}/versions`}>
          {t('review.versions.title')}
        </LinkButton>
        {bar.isPublic && (
          <LinkButton look="quiet" to={href(`/sites/${bar.number}`)}>
            {t('akimat.site.public_page')}
          </LinkButton>
        )}
      </div>
    </div>
  )
}

function NextActions({ bar, here }: { bar: SiteBarData; here: string }) {
  const { t } = useLanguage()
  const { openState, canEdit, canReview, isOwnWork, freshness } = bar
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
      {canEdit && (openState === null || freshness !== null) && (
        <Form method="post" action="?" className="flex flex-wrap gap-2">
          {freshness !== null && freshness !== 'fresh' && (
            <Button look={openState === null ? 'primary' : 'secondary'} name="intent" value="confirm">
              {t('akimat.site.confirm')}
            </Button>
          )}
          {openState === null && (
            <Button name="intent" value="open">
              {t('akimat.site.change')}
            </Button>
          )}
        </Form>
      )}
      {canEdit && freshness !== null && <LinkButton to={`${here}/confirm`}>{t('review.confirm.by_group')}</LinkButton>}
    </>
  )
}

/** Asks before unpublished work is lost. */
export function DiscardPanel({ number, isPublic }: { number: string; isPublic: boolean }) {
  const { t, href } = useLanguage()
  return (
    <Panel title={t('akimat.site.discard_title')} tone="attention">
      <p>{t(isPublic ? 'akimat.site.discard_change' : 'akimat.site.discard_draft')}</p>
      <Form method="post" action="?" className="flex flex-wrap gap-2">
        <Button look="danger" name="intent" value="discard">
          {t('akimat.site.discard')}
        </Button>
        <LinkButton to={href(`/akimat/sites/${number}`)}>{t('ui.action.cancel')}</LinkButton>
      </Form>
    </Panel>
  )
}

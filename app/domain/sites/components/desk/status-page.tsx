import type { StatusReply } from '#app/domain/sites/form/status-form'
import { textLimits } from '#app/domain/sites/limits'
import { givenReasons, type OfferStatus } from '#app/domain/sites/lifecycle'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ChoiceField } from '#app/ui/form/choice-fields'
import { Form } from '#app/ui/form/form'
import { TextAreaField } from '#app/ui/form/text-area-field'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { useNavigation } from '@remix-run/react'

export type StatusData = { number: string; name: string; to: OfferStatus; isLapsed: boolean }

/** Asks before a site leaves the search or comes back to it, and says what that means. */
export function StatusPage({ data, reply }: { data: StatusData; reply: StatusReply | undefined }) {
  const { t, href } = useLanguage()
  const { state } = useNavigation()
  const { number, name, to, isLapsed } = data
  const here = href(`/akimat/sites/${number}`)
  return (
    <div className="max-w-text">
      <PageHeading
        title={t(`review.status.title.${to}`)}
        crumbs={[
          { label: t('akimat.desk.title'), to: href('/akimat') },
          { label: name, to: here },
          { label: t(`review.way.${to}`) },
        ]}
        lead={t(`review.status.text.${to}`)}
      />
      <Form method="post" action="?" noValidate className="flex flex-col gap-6">
        {reply?.refusal && (
          <Notice tone="bad" role="alert">
            {t(`review.status.refusal.${reply.refusal}`)}
          </Notice>
        )}
        {to === 'published' && isLapsed && <Notice tone="attention">{t('review.status.lapsed')}</Notice>}
        <input type="hidden" name="status" value={to} />
        {to === 'withdrawn' && (
          <ChoiceField
            id="reason"
            name="reason"
            label={t('review.status.reason')}
            defaultValue={reply?.values.reason ?? null}
            error={reply?.errors.reason && [t('review.status.reason_missing')]}
            options={givenReasons.map((value) => ({ value, label: t(`freshness.end_reason.${value}`) }))}
            required
          />
        )}
        {to !== 'published' && (
          <TextAreaField
            id="note"
            name="note"
            label={t(`review.status.note.${to}`)}
            hint={t('review.status.note_hint')}
            defaultValue={reply?.values.note}
            error={reply?.errors.note && [t('sites.error.too_long', { max: textLimits.line })]}
            rows={3}
            isMarkedOptional
          />
        )}
        <div className="flex flex-wrap gap-2">
          <Button look={to === 'withdrawn' ? 'danger' : 'primary'} isBusy={state === 'submitting'}>
            {t(`review.status.submit.${to}`)}
          </Button>
          <LinkButton to={here}>{t('ui.action.cancel')}</LinkButton>
        </div>
      </Form>
    </div>
  )
}

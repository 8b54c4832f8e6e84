import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import { Panel } from '#app/ui/panel'
import { useNavigation } from '@remix-run/react'
import { readReply, type FormReply } from './form-reply'

type KeepPanelProps = {
  keeping: 'mine' | 'nobody' | 'other'
  /** Name of who is signed in; null for a visitor. */
  person: string | null
  reply: FormReply | undefined
}

/** Keeps an inquiry in an account, so that its link is no longer needed; says nothing of one that somebody else keeps. */
export function KeepPanel({ keeping, person, reply }: KeepPanelProps) {
  const { t, href } = useLanguage()
  const isBusy = useNavigation().state === 'submitting'
  const list = href('/account/inquiries')
  if (keeping === 'other' && reply === undefined) return null
  return (
    <div data-no-print>
      <Panel title={t('investor.keep.title')}>
        <ErrorSummary errors={readReply(t, reply).summary()} />
        {keeping === 'mine' && (
          <>
            <p>{t('investor.keep.mine')}</p>
            <LinkButton to={list}>{t('investor.keep.to_list')}</LinkButton>
          </>
        )}
        {keeping === 'nobody' && person === null && (
          <>
            <p>{t('investor.keep.visitor')}</p>
            <p className="flex flex-wrap gap-3">
              <LinkButton to={href('/sign-up')}>{t('investor.keep.sign_up')}</LinkButton>
              <LinkButton look="quiet" to={`${href('/sign-in')}?${new URLSearchParams({ next: list })}`}>
                {t('investor.keep.sign_in')}
              </LinkButton>
            </p>
          </>
        )}
        {keeping === 'nobody' && person !== null && (
          <Form method="post" className="flex flex-col items-start gap-3">
            <p>{t('investor.keep.person', { name: person })}</p>
            <Button name="intent" value="keep" isBusy={isBusy}>
              {t('investor.keep.action')}
            </Button>
          </Form>
        )}
      </Panel>
    </div>
  )
}

import '#app/platform/i18n/inquiry-words.client'
import { currentActor } from '#app/domain/accounts/session.server'
import { resendConfirmation } from '#app/domain/inquiries/commands/submit-inquiry.server'
import { OwnLine } from '#app/domain/inquiries/components/own-words'
import { readSubmission } from '#app/domain/inquiries/queries/confirmation.server'
import { SentSchema } from '#app/domain/inquiries/schema'
import { env } from '#app/platform/env/env.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useNavigation } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const query = new URL(request.url).searchParams
  const key = SentSchema.safeParse(query.get('key'))
  const now = new Date()
  const sent = key.success ? await readSubmission(await currentActor(request), key.data, now) : null
  const { demo, smtpUrl } = env()
  const isSent = sent?.isSent ?? true
  return {
    title: translator(lang)(isSent ? 'inquiries.sent.title' : 'inquiries.sent.later_title'),
    reference: key.success ? key.data : null,
    email: sent?.email ?? null,
    isSent,
    isConfirmed: sent?.isConfirmed ?? false,
    resendAt: sent && sent.resendSeconds > 0 ? new Date(now.getTime() + sent.resendSeconds * 1000).toISOString() : null,
    isResent: query.get('again') === '1',
    isInOutbox: demo && smtpUrl === null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const key = SentSchema.safeParse((await readForm(request)).get('key'))
  if (!key.success) return redirect(pathIn(lang, '/inquiries/sent'), 303)
  const verdict = await resendConfirmation(await currentActor(request), key.data)
  const query = new URLSearchParams({ key: key.data, ...(verdict.ok ? { again: '1' } : {}) })
  return redirect(pathIn(lang, `/inquiries/sent?${query}`), 303)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function InquirySent() {
  const { t, href } = useLanguage()
  const { title, email, isSent, isConfirmed, isResent, isInOutbox } = useLoaderData<typeof loader>()
  return (
    <div className="flex max-w-text flex-col gap-6">
      <PageHeading title={title} />
      {isResent && (
        <Notice tone="good" role="status">
          {t('inquiries.sent.resent')}
        </Notice>
      )}
      {isConfirmed ? (
        <p>{t('inquiries.sent.confirmed')}</p>
      ) : (
        <div className="flex flex-col gap-2">
          {email !== null && (
            <p>
              {t(isSent ? 'inquiries.sent.text' : 'inquiries.sent.later_text')}{' '}
              <strong className="font-semibold break-words">
                <OwnLine>{email}</OwnLine>
              </strong>
            </p>
          )}
          <p>{t('inquiries.sent.text_more')}</p>
        </div>
      )}
      {isInOutbox && isSent && !isConfirmed && (
        <Notice tone="attention" title={t('inquiries.sent.outbox_title')}>
          <p>{t('inquiries.sent.outbox_text')}</p>
          <p>
            <Link to={href('/admin/outbox')} className="text-accent inline-flex min-h-11 items-center underline">
              {t('inquiries.sent.outbox_link')}
            </Link>
          </p>
        </Notice>
      )}
      {email !== null && !isConfirmed && <Resend />}
    </div>
  )
}

function Resend() {
  const { t, format } = useLanguage()
  const { reference, isSent, resendAt } = useLoaderData<typeof loader>()
  const isBusy = useNavigation().state === 'submitting'
  return (
    <section className="flex flex-col items-start gap-3">
      {isSent && (
        <>
          <h2 className="text-base font-bold">{t('inquiries.sent.missing')}</h2>
          <p>{t('inquiries.sent.missing_text')}</p>
        </>
      )}
      {resendAt !== null && (
        <p className={isSent ? 'text-muted' : undefined}>
          {t(isSent ? 'inquiries.sent.wait' : 'inquiries.sent.later_wait', {
            time: format.dateTime(resendAt).split(', ')[1],
          })}
        </p>
      )}
      <Form method="post">
        <input type="hidden" name="key" value={reference ?? ''} />
        <Button isBusy={isBusy}>{t(isSent ? 'inquiries.sent.resend' : 'inquiries.sent.later_send')}</Button>
      </Form>
    </section>
  )
}

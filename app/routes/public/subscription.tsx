import '#app/platform/i18n/alert-words.client'
import { clientOf, currentActor } from '#app/domain/accounts/session.server'
import { askToConfirm } from '#app/domain/alerts/commands/ask-to-confirm.server'
import { SubscribePanel } from '#app/domain/alerts/components/letters-panel'
import { keptInCookie } from '#app/domain/alerts/kept-cookie.server'
import { SubscribeSchema } from '#app/domain/alerts/schema'
import { env } from '#app/platform/env/env.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'

export function loader({ params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const { demo, smtpUrl } = env()
  return { title: translator(lang)('alerts.sent.title'), isInOutbox: demo && smtpUrl === null }
}

/** Takes an address; the page that follows says the same whether it is known or not. */
export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const submission = parseWithZod(await readForm(request), { schema: SubscribeSchema })
  if (submission.status !== 'success') return data(submission.reply(), 400)
  const { email, website } = submission.value
  // A machine is told what a person is told, and nothing is sent.
  if (website) return redirect(pathIn(lang, '/subscription'), 303)
  const order = { email, locale: lang, wish: null, ask: null, kept: keptInCookie(request) }
  const verdict = await askToConfirm(await currentActor(request), order, clientOf(request).address)
  if (verdict.ok) return redirect(pathIn(lang, '/subscription'), 303)
  return data(submission.reply({ fieldErrors: { email: [`alerts.error.${verdict.code}`] } }), 429)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function Subscription() {
  const { t, href } = useLanguage()
  const { isInOutbox } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (reply) {
    return (
      <div className="max-w-text">
        <PageHeading title={t('alerts.page.title')} />
        <SubscribePanel reply={reply} />
      </div>
    )
  }
  return (
    <div className="max-w-text flex flex-col gap-6">
      <PageHeading title={t('alerts.sent.title')} lead={t('alerts.sent.text')} />
      <p>{t('alerts.sent.missing')}</p>
      {isInOutbox && (
        <Notice tone="attention" title={t('alerts.sent.outbox_title')}>
          <p>{t('alerts.sent.outbox_text')}</p>
          <Link to={href('/admin/outbox')} className="text-accent inline-flex min-h-11 items-center underline">
            {t('alerts.sent.outbox_link')}
          </Link>
        </Notice>
      )}
      <div>
        <LinkButton to={href('/favourites')}>{t('alerts.sent.back')}</LinkButton>
      </div>
    </div>
  )
}

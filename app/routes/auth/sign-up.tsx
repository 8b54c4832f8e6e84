import '#app/platform/i18n/account-words.client'
import { SignUpForm } from '#app/domain/accounts/components/sign-up-form'
import { SignUpSchema } from '#app/domain/accounts/schema'
import { clientOf, currentActor } from '#app/domain/accounts/session.server'
import { askToSignUp } from '#app/domain/notices/commands/ask-to-sign-up.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { LinkButton } from '#app/ui/link-button'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await currentActor(request)
  if (actor.kind === 'person') throw redirect(pathIn(lang, '/account/inquiries'))
  const isSent = new URL(request.url).searchParams.get('sent') === '1'
  const word = isSent ? 'accounts.sign_up.sent_title' : 'accounts.sign_up.title'
  return { title: translator(lang)(word), isSent, formKey: randomUUID() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const submission = parseWithZod(await readForm(request), { schema: SignUpSchema })
  if (submission.status !== 'success') return data(submission.reply(), 400)
  const { website, consent: _consent, ...input } = submission.value
  const sent = () => redirect(pathIn(lang, '/sign-up?sent=1'), 303)
  // A machine is told what a person is told, and nothing is sent.
  if (website) return sent()
  const verdict = await askToSignUp(await currentActor(request), input, {
    client: clientOf(request).address,
    language: lang,
  })
  if (verdict.ok) return sent()
  return data(submission.reply({ fieldErrors: { email: [`accounts.error.${verdict.code}`] } }), 429)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function SignUp() {
  const { t, href } = useLanguage()
  const { title, isSent, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (isSent) {
    return (
      <div className="max-w-text flex flex-col gap-4">
        <PageHeading title={title} />
        <p role="status">{t('accounts.sign_up.sent_text')}</p>
        <p className="text-muted">{t('accounts.sign_up.sent_missing')}</p>
      </div>
    )
  }
  return (
    <>
      <PageHeading title={title} lead={t('accounts.sign_up.lead')} />
      <SignUpForm reply={reply} formKey={formKey} />
      <p className="mt-6">
        <LinkButton look="quiet" to={href('/sign-in')} isFlush>
          {t('accounts.sign_up.have_account')}
        </LinkButton>
      </p>
    </>
  )
}

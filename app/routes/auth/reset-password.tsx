import '#app/platform/i18n/account-words.client'
import { ResetForm } from '#app/domain/accounts/components/reset-form'
import { ResetSchema } from '#app/domain/accounts/schema'
import { clientOf, currentActor } from '#app/domain/accounts/session.server'
import { askToReset } from '#app/domain/notices/commands/ask-to-reset.server'
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

export function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const isSent = new URL(request.url).searchParams.get('sent') === '1'
  const word = isSent ? 'accounts.reset.sent_title' : 'accounts.reset.title'
  return { title: translator(lang)(word), isSent, formKey: randomUUID() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const submission = parseWithZod(await readForm(request), { schema: ResetSchema })
  if (submission.status !== 'success') return data(submission.reply(), 400)
  const place = { client: clientOf(request).address, language: lang }
  const verdict = await askToReset(await currentActor(request), submission.value, place)
  if (verdict.ok) return redirect(pathIn(lang, '/reset-password?sent=1'), 303)
  return data(submission.reply({ fieldErrors: { email: [`accounts.error.${verdict.code}`] } }), 429)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function ResetPassword() {
  const { t, href } = useLanguage()
  const { title, isSent, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <PageHeading title={title} lead={isSent ? undefined : t('accounts.reset.lead')} />
      {isSent ? (
        <div className="max-w-text flex flex-col gap-4">
          <p role="status">{t('accounts.reset.sent_text')}</p>
          <p className="text-muted">{t('accounts.reset.sent_missing')}</p>
        </div>
      ) : (
        <ResetForm reply={reply} formKey={formKey} />
      )}
      <p className="mt-6">
        <LinkButton look="quiet" to={href('/sign-in')} isFlush>
          {t('accounts.reset.back')}
        </LinkButton>
      </p>
    </>
  )
}

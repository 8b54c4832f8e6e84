import '#app/platform/i18n/account-words.client'
import { EmailChangeForm } from '#app/domain/accounts/components/email-change-form'
import { hasProof, proofFault, prove } from '#app/domain/accounts/proof.server'
import { EmailChangeSchema } from '#app/domain/accounts/schema'
import { clientOf, requirePerson } from '#app/domain/accounts/session.server'
import { askToChangeEmail } from '#app/domain/notices/commands/change-email.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { readForm } from '#app/platform/http/read-form.server'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const person = await requirePerson(request)
  const title = translator(lang)('accounts.email_change.title')
  return { title, email: person.email, needsProof: !(await hasProof(person)) }
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const form = await readForm(request)
  const submission = parseWithZod(form, { schema: EmailChangeSchema })
  if (submission.status !== 'success') return data({ reply: submission.reply(), sentTo: null }, 400)
  const proof = await prove(request, person, form)
  if (!proof.ok) {
    const { fault, params, status } = proofFault(proof)
    return data({ reply: { ...submission.reply({ fieldErrors: fault }), params }, sentTo: null }, status)
  }
  const { email } = submission.value
  const verdict = await askToChangeEmail(person, email, clientOf(request).address)
  if (verdict.ok) return data({ reply: null, sentTo: email })
  const key = verdict.code === 'demo' ? 'accounts.email_change.demo' : `accounts.error.${verdict.code}`
  const status = verdict.code === 'too_many' ? 429 : 400
  return data({ reply: submission.reply({ fieldErrors: { email: [key] } }), sentTo: null }, status)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function AccountEmail() {
  const { t, href } = useLanguage()
  const { title, email, needsProof } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="flex flex-col gap-6">
      <PageHeading
        title={title}
        lead={t('accounts.email_change.lead', { email })}
        crumbs={[{ label: t('accounts.security.title'), to: href('/account/security') }]}
      />
      {answer?.sentTo ? (
        <Notice tone="good" role="status">
          {t('accounts.email_change.sent', { email: answer.sentTo })}
        </Notice>
      ) : (
        <EmailChangeForm needsProof={needsProof} reply={answer?.reply ?? undefined} />
      )}
    </div>
  )
}

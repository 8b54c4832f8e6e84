import '#app/platform/i18n/account-words.client'
import { readReply } from '#app/domain/accounts/components/form-reply'
import { ProofField } from '#app/domain/accounts/components/proof-field'
import { hasProof, proofFault, prove } from '#app/domain/accounts/proof.server'
import { proofMinutes } from '#app/domain/accounts/rules'
import { homeOf, requirePerson } from '#app/domain/accounts/session.server'
import { safePath } from '#app/platform/http/safe-path'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { readForm } from '#app/platform/http/read-form.server'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const person = await requirePerson(request)
  const next = safePath(new URL(request.url).searchParams.get('next'), homeOf(person, lang))
  if (await hasProof(person)) throw redirect(next)
  return { title: translator(lang)('accounts.proof.title'), email: person.email, home: homeOf(person, lang) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const person = await requirePerson(request)
  const verdict = await prove(request, person, await readForm(request))
  if (!verdict.ok) {
    const { fault, params: facts, status } = proofFault(verdict)
    return data({ error: fault, params: facts }, status)
  }
  return redirect(safePath(new URL(request.url).searchParams.get('next'), homeOf(person, lang)), 303)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function AccountConfirm() {
  const { t } = useLanguage()
  const { title, email, home } = useLoaderData<typeof loader>()
  const fields = readReply(t, useActionData<typeof action>())
  const isBusy = useNavigation().formMethod === 'POST'
  return (
    <div className="flex flex-col gap-6">
      <PageHeading title={title} lead={t('accounts.proof.lead', { minutes: proofMinutes })} />
      <Form method="post" noValidate reloadDocument className="flex max-w-md flex-col gap-5">
        <ErrorSummary errors={fields.summary()} />
        <input type="email" autoComplete="username" defaultValue={email} readOnly hidden />
        <ProofField reply={fields} />
        <div className="flex flex-wrap gap-3">
          <Button look="primary" isBusy={isBusy}>
            {t('accounts.proof.submit')}
          </Button>
          <LinkButton look="quiet" to={home}>
            {t('accounts.proof.cancel')}
          </LinkButton>
        </div>
      </Form>
    </div>
  )
}

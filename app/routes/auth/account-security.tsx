import '#app/platform/i18n/account-words.client'
import { endOtherSessions, endSession } from '#app/domain/accounts/commands/end-sessions.server'
import { ChangePasswordForm } from '#app/domain/accounts/components/change-password-form'
import { FactorLine } from '#app/domain/accounts/components/factor-panel'
import { SessionList } from '#app/domain/accounts/components/session-list'
import { listSessions } from '#app/domain/accounts/queries/list-sessions.server'
import { readSecondFactor } from '#app/domain/accounts/queries/read-second-factor.server'
import { weaknesses } from '#app/domain/accounts/rules'
import { ChangePasswordSchema, EndSessionSchema } from '#app/domain/accounts/schema'
import { clientOf, requirePerson } from '#app/domain/accounts/session.server'
import { changePassword } from '#app/domain/notices/commands/change-password.server'
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
import { useActionData, useLoaderData } from '@remix-run/react'

const dones = ['ended', 'others_ended', 'gone', 'changed'] as const
type Done = (typeof dones)[number]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const person = await requirePerson(request)
  const asked = new URL(request.url).searchParams.get('done')
  return {
    title: translator(lang)('accounts.security.title'),
    email: person.email,
    sessions: await listSessions(person),
    factor: await readSecondFactor(person),
    done: dones.find((done) => done === asked) ?? null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const person = await requirePerson(request)
  const form = await readForm(request)
  const done = (what: Done) => redirect(pathIn(lang, `/account/security?done=${what}`), 303)
  if (form.get('intent') !== 'password') {
    const submission = parseWithZod(form, { schema: EndSessionSchema })
    if (submission.status !== 'success') return data(submission.reply(), 400)
    const { value } = submission
    if (value.intent === 'end') return done((await endSession(person, value.id)) ? 'ended' : 'gone')
    await endOtherSessions(person)
    return done('others_ended')
  }
  const submission = parseWithZod(form, { schema: ChangePasswordSchema })
  const hideFields: ('current' | 'password' | 'repeat')[] = ['current', 'password', 'repeat']
  if (submission.status !== 'success') return data(submission.reply({ hideFields }), 400)
  const verdict = await changePassword(person, submission.value, clientOf(request).address)
  if (verdict.ok) return done('changed')
  const field = weaknesses.some((code) => code === verdict.code) ? 'password' : 'current'
  const reply = submission.reply({ hideFields, fieldErrors: { [field]: [`accounts.error.${verdict.code}`] } })
  return data({ ...reply, params: verdict.params }, verdict.code === 'too_many_attempts' ? 429 : 400)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function AccountSecurity() {
  const { t, href } = useLanguage()
  const { title, email, sessions, factor, done } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="flex flex-col gap-8">
      <PageHeading title={title} />
      {done !== null && !reply && (
        <Notice tone={done === 'gone' ? 'attention' : 'good'} role="status">
          {t(`accounts.security.${done}`)}
        </Notice>
      )}
      <section className="flex flex-col gap-4">
        <SessionList sessions={sessions} />
      </section>
      <section className="flex flex-col items-start gap-3">
        <h2 className="text-lg font-bold">{t('accounts.factor.title')}</h2>
        <FactorLine state={factor} />
        <LinkButton to={href('/account/second-factor')}>
          {t(`accounts.factor.${factor.kind === 'off' ? 'turn_on' : 'manage'}`)}
        </LinkButton>
      </section>
      <section className="flex flex-col items-start gap-3">
        <h2 className="text-lg font-bold">{t('accounts.sign_in.email')}</h2>
        <p translate="no">{email}</p>
        <LinkButton to={href('/account/email')}>{t('accounts.email_change.title')}</LinkButton>
      </section>
      <section className="flex flex-col gap-4">
        <h2 className="text-lg font-bold">{t('accounts.security.password')}</h2>
        <ChangePasswordForm email={email} reply={reply} />
      </section>
    </div>
  )
}

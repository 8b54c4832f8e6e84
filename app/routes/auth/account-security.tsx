import '#app/platform/i18n/account-words.client'
import { endOtherSessions, endSession } from '#app/domain/accounts/commands/end-sessions.server'
import { ChangePasswordForm } from '#app/domain/accounts/components/change-password-form'
import { SessionList } from '#app/domain/accounts/components/session-list'
import { listSessions } from '#app/domain/accounts/queries/list-sessions.server'
import { SecuritySchema } from '#app/domain/accounts/schema'
import { clientOf, requirePerson } from '#app/domain/accounts/session.server'
import { changePassword } from '#app/domain/notices/commands/change-password.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
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
    done: dones.find((done) => done === asked) ?? null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const person = await requirePerson(request)
  const submission = parseWithZod(await request.formData(), { schema: SecuritySchema })
  const hideFields = ['current', 'password', 'repeat'] as never[]
  if (submission.status !== 'success') return data(submission.reply({ hideFields }), 400)
  const done = (what: Done) => redirect(pathIn(lang, `/account/security?done=${what}`), 303)
  const input = submission.value
  if (input.intent === 'end') return done((await endSession(person, input.id)) ? 'ended' : 'gone')
  if (input.intent === 'end_others') {
    await endOtherSessions(person)
    return done('others_ended')
  }
  const verdict = await changePassword(person, input, clientOf(request).address)
  if (verdict.ok) return done('changed')
  const field = ['wrong_password', 'too_many_attempts'].includes(verdict.code) ? 'current' : 'password'
  const reply = submission.reply({ hideFields, fieldErrors: { [field]: [`accounts.error.${verdict.code}`] } as never })
  return data({ ...reply, params: verdict.params }, verdict.code === 'too_many_attempts' ? 429 : 400)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function AccountSecurity() {
  const { t } = useLanguage()
  const { title, email, sessions, done } = useLoaderData<typeof loader>()
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
      <section className="flex flex-col gap-4">
        <h2 className="text-lg font-bold">{t('accounts.security.password')}</h2>
        <ChangePasswordForm email={email} reply={reply} />
      </section>
    </div>
  )
}

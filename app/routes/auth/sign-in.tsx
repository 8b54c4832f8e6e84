import '#app/platform/i18n/account-words.client'
import { DemoAccounts } from '#app/domain/accounts/components/demo-accounts'
import { SignInForm } from '#app/domain/accounts/components/sign-in-form'
import { demoAddress, demoPassword } from '#app/domain/accounts/demo'
import { listDemoAccounts } from '#app/domain/accounts/queries.server'
import { SignInSchema } from '#app/domain/accounts/schema'
import { currentActor, currentWaiting, homeOf, waitingPaths } from '#app/domain/accounts/session.server'
import { env } from '#app/platform/env/env.server'
import { readForm } from '#app/platform/http/read-form.server'
import { safePath } from '#app/platform/http/safe-path'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { LinkButton } from '#app/ui/link-button'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { enter, letIn } from './enter.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await currentActor(request)
  const query = new URL(request.url).searchParams
  const next = safePath(query.get('next'), '')
  if (actor.kind === 'person') throw redirect(next || homeOf(actor, lang))
  const waiting = await currentWaiting(request)
  if (waiting !== null) throw redirect(`${pathIn(lang, waitingPaths[waiting.step])}?${new URLSearchParams({ next })}`)
  const { demo } = env()
  const email = demo ? demoAddress(query.get('as')) : null
  return {
    title: translator(lang)('accounts.sign_in.title'),
    next: next || null,
    demoAccounts: demo ? await listDemoAccounts(actor) : [],
    filled: email === null ? null : { email, password: demoPassword },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const submission = parseWithZod(await readForm(request), { schema: SignInSchema })
  if (submission.status !== 'success') return data(submission.reply({ hideFields: ['password'] }), 400)
  const verdict = await enter(request, submission.value)
  if (!verdict.ok) {
    const reply = submission.reply({
      hideFields: ['password'],
      fieldErrors: { password: [`accounts.error.${verdict.code}`] },
    })
    return data({ ...reply, params: verdict.params }, verdict.code === 'wrong_credentials' ? 400 : 429)
  }
  return letIn(verdict.value, lang, safePath(submission.value.next, homeOf(verdict.value.person, lang)))
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function SignIn() {
  const { t, href } = useLanguage()
  const { next, demoAccounts, filled } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-2">
      <div>
        <PageHeading title={t('accounts.sign_in.title')} lead={t('accounts.sign_in.intro')} />
        <SignInForm reply={reply} next={next} filled={filled} />
        <p className="mt-4">
          <LinkButton look="quiet" to={href('/reset-password')} isFlush>
            {t('accounts.reset.forgot')}
          </LinkButton>
        </p>
        <p className="mt-6">
          <LinkButton to={href('/sign-up')}>{t('accounts.sign_in.to_sign_up')}</LinkButton>
        </p>
        <p className="text-muted mt-4 max-w-md text-sm">{t('accounts.sign_in.no_account')}</p>
      </div>
      {demoAccounts.length > 0 && <DemoAccounts accounts={demoAccounts} next={next} />}
    </div>
  )
}

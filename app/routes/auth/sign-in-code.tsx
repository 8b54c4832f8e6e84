import '#app/platform/i18n/account-words.client'
import { CodeForm } from '#app/domain/accounts/components/code-form'
import { CodeSchema } from '#app/domain/accounts/schema'
import { currentActor, currentWaiting, homeOf, waitingPaths } from '#app/domain/accounts/session.server'
import { passSecondFactor } from '#app/domain/notices/commands/keep-second-factor.server'
import { safePath } from '#app/platform/http/safe-path'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { readForm } from '#app/platform/http/read-form.server'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { takeAlong } from './enter.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const waiting = await currentWaiting(request)
  const next = safePath(new URL(request.url).searchParams.get('next'), '')
  if (waiting?.step === 'code') return { title: translator(lang)('accounts.factor.ask_title'), next: next || null }
  const actor = await currentActor(request)
  if (actor.kind === 'person') throw redirect(next || homeOf(actor, lang))
  const way = waiting === null ? '/sign-in' : waitingPaths[waiting.step]
  throw redirect(`${pathIn(lang, way)}?${new URLSearchParams({ next })}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const waiting = await currentWaiting(request)
  // Another page of the same browser was quicker, or the session has ended: the page knows where to go.
  if (waiting?.step !== 'code') return redirect(pathIn(lang, '/sign-in/code'), 303)
  const submission = parseWithZod(await readForm(request), { schema: CodeSchema })
  const hideFields: 'code'[] = ['code']
  if (submission.status !== 'success') return data(submission.reply({ hideFields }), 400)
  const { code, next } = submission.value
  const verdict = await passSecondFactor(waiting.person, code)
  if (!verdict.ok) {
    const reply = submission.reply({ hideFields, fieldErrors: { code: [`accounts.error.${verdict.code}`] } })
    return data({ ...reply, params: verdict.params }, verdict.code === 'too_many_attempts' ? 429 : 400)
  }
  const headers = await takeAlong(request, waiting.person)
  return redirect(safePath(next, homeOf(waiting.person, lang)), { status: 303, headers })
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function SignInCode() {
  const { t, href } = useLanguage()
  const { title, next } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="flex flex-col gap-6">
      <PageHeading title={title} lead={t('accounts.factor.ask_lead')} />
      <CodeForm next={next} reply={reply} />
      <p className="text-muted max-w-md text-sm">{t('accounts.factor.lost')}</p>
      <Form method="post" action={href('/sign-out')}>
        <Button look="quiet" isFlush>
          {t('accounts.factor.other')}
        </Button>
      </Form>
    </div>
  )
}

import '#app/platform/i18n/question-words.client'
import { clientOf, currentActor } from '#app/domain/accounts/session.server'
import { askToConfirm } from '#app/domain/alerts/commands/ask-to-confirm.server'
import { keptInCookie } from '#app/domain/alerts/kept-cookie.server'
import { readOwnAddress } from '#app/domain/alerts/queries.server'
import { SubscribeSchema } from '#app/domain/alerts/schema'
import { keeperOf } from '#app/domain/alerts/subscribers.server'
import { askValue } from '#app/domain/questions/commands/ask-value.server'
import { AskPage, type AskData } from '#app/domain/questions/components/ask-page'
import type { AskReply } from '#app/domain/questions/components/ask-reply'
import { sayFieldName } from '#app/domain/questions/field-words.server'
import { readMissing } from '#app/domain/questions/queries.server'
import { AskSchema } from '#app/domain/questions/schema'
import { makeVoice } from '#app/domain/sites/passport/said'
import { readPassport } from '#app/domain/sites/queries/read-passport.server'
import { notFound } from '#app/platform/http/not-found.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const keeper = keeperOf(await currentActor(request), request)
  const site = await readPassport(keeper.actor, params.number ?? '')
  if (site === null) throw notFound()
  const field = new URL(request.url).searchParams.get('field')
  const missing = await readMissing(keeper, site, makeVoice(lang, translator(lang)))
  const page: AskData = {
    number: site.number,
    name: site.dossier.identity.name,
    value: missing.find((value) => value.field === field) ?? null,
    isKnown: (await readOwnAddress(keeper)) !== null,
  }
  return { page, title: translator(lang)('questions.page.title') }
}

/** A click counts at once; an address given with it gets a letter that confirms it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const form = await readForm(request)
  const asked = AskSchema.safeParse({ field: form.get('field') })
  if (!asked.success) return data({ said: null, form: undefined }, 400)
  const { field } = asked.data
  const actor = await currentActor(request)
  const clientAddress = clientOf(request).address
  const number = (params.number ?? '').toUpperCase()
  const submission = parseWithZod(form, { schema: SubscribeSchema })
  const isAddress = form.get('intent') === 'address'
  if (isAddress && submission.status !== 'success') return data({ said: null, form: submission.reply() }, 400)
  const verdict = await askValue(keeperOf(actor, request), { number, field, clientAddress })
  const isTold = verdict.ok && verdict.value.isTold
  const said: AskReply = { code: verdict.ok ? 'asked' : verdict.code, isTold }
  if (!verdict.ok || !isAddress || submission.status !== 'success') return data({ ...said, said, form: undefined })
  const { email, website } = submission.value
  // A machine is told what a person is told, and nothing is sent.
  if (website) return redirect(pathIn(lang, '/subscription'), 303)
  const title = `${number}: ${sayFieldName(field, makeVoice(lang, translator(lang)))}`
  const ask = { question: verdict.value.questionId, title }
  const order = { email, locale: lang, wish: null, ask, kept: keptInCookie(request) }
  const sent = await askToConfirm(actor, order, clientAddress)
  if (sent.ok) return redirect(pathIn(lang, '/subscription'), 303)
  const reply = submission.reply({ fieldErrors: { email: [`alerts.error.${sent.code}`] } })
  return data({ said: null, form: reply }, 429)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function SiteAsk() {
  const reply = useActionData<typeof action>()
  return <AskPage data={useLoaderData<typeof loader>().page} said={reply?.said ?? null} form={reply?.form} />
}

import '#app/platform/i18n/alert-words.client'
import { clientOf, currentActor } from '#app/domain/accounts/session.server'
import { askToConfirm } from '#app/domain/alerts/commands/ask-to-confirm.server'
import { nameBrief } from '#app/domain/alerts/brief-watch.server'
import { saveWatch } from '#app/domain/alerts/commands/watches.server'
import { WatchForm, type WatchFormData } from '#app/domain/alerts/components/watch-form'
import { writeDone } from '#app/domain/alerts/done'
import { readQuestion } from '#app/domain/alerts/fitting.server'
import { keptInCookie } from '#app/domain/alerts/kept-cookie.server'
import { limits } from '#app/domain/alerts/model'
import { readOwnAddress } from '#app/domain/alerts/queries.server'
import { WishOfVisitorSchema, WishSchema } from '#app/domain/alerts/schema'
import { keeperOf } from '#app/domain/alerts/subscribers.server'
import { readPlaceNames } from '#app/domain/search/queries.server'
import { makeVoice } from '#app/domain/sites/passport/said'
import { notFound } from '#app/platform/http/not-found.server'
import { pack, unpack } from '#app/platform/http/packed'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await currentActor(request)
  const asked = new URL(request.url).searchParams.get('query') ?? ''
  const question = await readQuestion(actor, asked)
  if (question === null) throw notFound()
  const names = await readPlaceNames(actor, lang)
  const t = translator(lang)
  const page: WatchFormData = {
    query: question.query,
    about:
      'criteria' in question
        ? { criteria: question.criteria, names }
        : { brief: nameBrief(question, names, makeVoice(lang, t)) },
    address: await readOwnAddress(keeperOf(actor, request)),
  }
  return { page: pack(page), title: t('alerts.watch.title') }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await currentActor(request)
  const keeper = keeperOf(actor, request)
  const form = await readForm(request)
  if ((await readOwnAddress(keeper)) !== null) {
    const submission = parseWithZod(form, { schema: WishSchema })
    if (submission.status !== 'success') return data(submission.reply(), 400)
    const verdict = await saveWatch(keeper, submission.value)
    if (verdict.ok) return redirect(pathIn(lang, `/favourites?${writeDone({ kind: 'saved' })}`), 303)
    const reply = submission.reply({ fieldErrors: { title: ['alerts.error.too_many_watches'] } })
    return data({ ...reply, params: { max: limits.watches } }, 409)
  }
  const submission = parseWithZod(form, { schema: WishOfVisitorSchema })
  if (submission.status !== 'success') return data(submission.reply(), 400)
  const { email, website, query, ...named } = submission.value
  const question = await readQuestion(actor, query)
  if (question === null) throw notFound()
  const wish = { ...named, query: question.query }
  // A machine is told what a person is told, and nothing is sent.
  if (website) return redirect(pathIn(lang, '/subscription'), 303)
  const order = { email, locale: lang, wish, ask: null, kept: keptInCookie(request) }
  const verdict = await askToConfirm(actor, order, clientOf(request).address)
  if (verdict.ok) return redirect(pathIn(lang, '/subscription'), 303)
  return data(submission.reply({ fieldErrors: { email: [`alerts.error.${verdict.code}`] } }), 429)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function WatchPage() {
  const { t } = useLanguage()
  const page = unpack<WatchFormData>(useLoaderData<typeof loader>().page)
  return (
    <>
      <PageHeading title={t('brief' in page.about ? 'favourites.watch_brief' : 'alerts.watch.title')} lead={t('alerts.watch.lead')} />
      <WatchForm data={page} reply={useActionData<typeof action>()} />
    </>
  )
}

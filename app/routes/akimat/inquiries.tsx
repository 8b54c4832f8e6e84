import { may } from '#app/domain/accounts/policy'
import { requireRight } from '#app/domain/accounts/session.server'
import { answerRequest } from '#app/domain/inquiries/akimat/commands.server'
import { listFollowed, listTasks } from '#app/domain/inquiries/akimat/queries.server'
import { AnswerRequestSchema } from '#app/domain/inquiries/akimat/schema'
import { AkimatInquiriesPage, type AkimatInquiriesData } from '#app/domain/inquiries/components/akimat-inquiries-page'
import { readPage } from '#app/domain/kernel/page'
import { makeVoice } from '#app/domain/sites/passport/said'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

/** Inquiries about the own sites, and what their bodies ask the akimat. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'inquiry.follow')
  const query = new URL(request.url).searchParams
  const { request: page } = readPage({ page: query.get('page'), size: null })
  const t = translator(lang)
  const view: AkimatInquiriesData = {
    tasks: await listTasks(actor, makeVoice(lang, t)),
    followed: await listFollowed(actor, page),
    canAnswer: may(actor, 'inquiry.advise'),
    isDone: query.get('done') === 'answered',
  }
  return { title: t('akimat.inquiries.title'), view }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'inquiry.advise')
  const submission = parseWithZod(await readForm(request), { schema: AnswerRequestSchema })
  if (submission.status !== 'success') return data(submission.reply(), 400)
  const verdict = await answerRequest(actor, submission.value)
  if (verdict.ok) return redirect(pathIn(lang, '/akimat/inquiries?done=answered'), 303)
  return data(submission.reply({ fieldErrors: { text: ['akimat.inquiries.error.not_open'] } }), 409)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function AkimatInquiries() {
  return <AkimatInquiriesPage data={useLoaderData<typeof loader>().view} reply={useActionData<typeof action>()} />
}

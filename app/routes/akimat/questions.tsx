import { may } from '#app/domain/accounts/policy'
import { requireRight } from '#app/domain/accounts/session.server'
import { readPage } from '#app/domain/kernel/page'
import { declineQuestion } from '#app/domain/questions/commands/decline-question.server'
import { DeskQuestions } from '#app/domain/questions/components/desk-questions'
import { listDeskQuestions } from '#app/domain/questions/queries.server'
import { editorPlace } from '#app/domain/questions/rules'
import { AnswerSchema, DeclineSchema } from '#app/domain/questions/schema'
import { openDraft } from '#app/domain/sites/commands/save-draft.server'
import { makeVoice } from '#app/domain/sites/passport/said'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.read')
  const query = new URL(request.url).searchParams
  const { request: page } = readPage({ page: query.get('page'), size: null })
  const t = translator(lang)
  return {
    title: t('questions.desk.title'),
    questions: await listDeskQuestions(actor, page, makeVoice(lang, t)),
    canAnswer: may(actor, 'site.edit'),
    isDeclined: query.get('done') === 'declined',
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.edit')
  const form = await readForm(request)
  if (form.get('intent') === 'answer') {
    const asked = AnswerSchema.safeParse(Object.fromEntries(form))
    if (!asked.success) throw new Response(null, { status: 400 })
    const { number, field } = asked.data
    // A published version is never changed: the answer goes into the next one.
    const opened = await openDraft(actor, number)
    const path = `/akimat/sites/${number}`
    return redirect(pathIn(lang, opened.ok ? `${path}/edit${editorPlace(field)}` : path), 303)
  }
  const submission = parseWithZod(form, { schema: DeclineSchema })
  if (submission.status !== 'success') return data(submission.reply(), 400)
  await declineQuestion(actor, submission.value)
  return redirect(pathIn(lang, '/akimat/questions?done=declined'), 303)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function Questions() {
  const { t } = useLanguage()
  const { questions, canAnswer, isDeclined } = useLoaderData<typeof loader>()
  return (
    <div className="flex flex-col gap-6">
      <PageHeading title={t('questions.desk.title')} lead={t('questions.desk.lead')} />
      {isDeclined && (
        <Notice tone="good" role="status">
          {t('questions.desk.declined')}
        </Notice>
      )}
      <DeskQuestions questions={questions} canAnswer={canAnswer} reply={useActionData<typeof action>()} />
    </div>
  )
}

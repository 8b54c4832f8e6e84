import { may } from '#app/domain/accounts/policy'
import { requireRight } from '#app/domain/accounts/session.server'
import { AssignSchema, mostAtOnce, readChosen } from '#app/domain/inquiries/assign-schema'
import { assignParts, type Assigned } from '#app/domain/inquiries/commands/assign-parts.server'
import { AssignPage } from '#app/domain/inquiries/components/assign-page'
import { listChosen } from '#app/domain/inquiries/queries/chosen-cases.server'
import { listColleagues } from '#app/domain/inquiries/queries/colleagues.server'
import { localDateOf } from '#app/domain/kernel/local-date'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { pageMeta } from '#app/ui/seo'
import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'

/** To whom the chosen cases are given, and the confirmation. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'inquiry.answer')
  const query = new URL(request.url).searchParams
  const canGive = may(actor, 'inquiry.assign')
  const of = z.uuid().safeParse(query.get('of'))
  const chosen = of.success && canGive ? { of: of.data } : { cases: readChosen(query) }
  const now = new Date()
  return {
    title: translator(lang)(canGive ? 'spk.assign.title' : 'spk.assign.title_take'),
    lines: await listChosen(actor, chosen, mostAtOnce, now),
    colleagues: await listColleagues(actor, canGive ? 'inquiry.assign' : 'inquiry.answer', now),
    to: z.uuid().safeParse(query.get('to')).data ?? null,
    canGive,
    today: localDateOf(now),
    formKey: randomUUID(),
  }
}

type Reply = { reply: SubmissionResult; outcome: null } | { reply: null; outcome: Assigned }

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'inquiry.answer')
  const submission = parseWithZod(await readForm(request), { schema: AssignSchema })
  if (submission.status !== 'success') return data<Reply>({ reply: submission.reply(), outcome: null }, 400)
  const { form, to, case: cases } = submission.value
  const verdict = await assignParts(actor, { form, to, cases })
  if (!verdict.ok) {
    const fieldErrors = { to: [`spk.assign.error.${verdict.code}`] }
    return data<Reply>({ reply: submission.reply({ fieldErrors }), outcome: null }, 409)
  }
  if (verdict.value.conflicts.length > 0) return data<Reply>({ reply: null, outcome: verdict.value }, 409)
  const after = { view: to === actor.userId ? 'mine' : 'desk', assigned: String(verdict.value.done) }
  return redirect(pathIn(lang, `/spk?${new URLSearchParams(after)}`), 303)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function Assign() {
  const answer = useActionData<typeof action>()
  return (
    <AssignPage
      data={useLoaderData<typeof loader>()}
      reply={answer?.reply ?? undefined}
      outcome={answer?.outcome ?? null}
    />
  )
}

import { requireRight } from '#app/domain/accounts/session.server'
import { cancelAbsence, markAbsent } from '#app/domain/inquiries/absences/commands.server'
import { AbsenceSchema, CancelAbsenceSchema } from '#app/domain/inquiries/absences/schema'
import { TeamPage } from '#app/domain/inquiries/components/team-page'
import { readTeam } from '#app/domain/inquiries/queries/team.server'
import { localDateOf } from '#app/domain/kernel/local-date'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'

const dones = ['absent', 'present'] as const

/** The page of the head: load, what is late, who is away. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'inquiry.assign')
  const now = new Date()
  const asked = new URL(request.url).searchParams.get('done')
  return {
    title: translator(lang)('spk.head.title'),
    team: await readTeam(actor, now),
    today: localDateOf(now),
    formKey: randomUUID(),
    done: dones.find((word) => word === asked) ?? null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'inquiry.assign')
  const form = await readForm(request)
  const back = (done: (typeof dones)[number]) => redirect(pathIn(lang, `/spk/head?done=${done}`), 303)
  if (form.get('intent') === 'present') {
    const taken = CancelAbsenceSchema.safeParse(Object.fromEntries(form))
    if (!taken.success) throw new Response(null, { status: 400 })
    await cancelAbsence(actor, taken.data.absence)
    return back('present')
  }
  const submission = parseWithZod(form, { schema: AbsenceSchema })
  if (submission.status !== 'success') return data(submission.reply(), 400)
  const verdict = await markAbsent(actor, submission.value)
  if (verdict.ok) return back('absent')
  const field = verdict.code === 'stands_in_for_self' || verdict.code === 'unknown_stand_in' ? 'standInId' : 'lastDay'
  return data(submission.reply({ fieldErrors: { [field]: [`spk.absence.error.${verdict.code}`] } }), 409)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function Head() {
  return <TeamPage data={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}

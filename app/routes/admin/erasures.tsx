import { may } from '#app/domain/accounts/policy'
import { hasProof, proofFault, prove } from '#app/domain/accounts/proof.server'
import { requireRight } from '#app/domain/accounts/session.server'
import { eraseOnRequest } from '#app/domain/privacy/commands/erase.server'
import { EraseOnRequestForm } from '#app/domain/privacy/components/erase-on-request-form'
import { ErasureTable } from '#app/domain/privacy/components/erasure-table'
import { listErasures } from '#app/domain/privacy/queries/erasures.server'
import { EraseOnRequestSchema } from '#app/domain/privacy/schema'
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
  const actor = await requireRight(request, 'erasure.read')
  return {
    title: translator(lang)('erasure.request.title'),
    erasures: await listErasures(actor),
    canErase: may(actor, 'erasure.carry_out'),
    needsProof: !(await hasProof(actor)),
    isDone: new URL(request.url).searchParams.get('done') === '1',
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'erasure.carry_out')
  const form = await readForm(request)
  const submission = parseWithZod(form, { schema: EraseOnRequestSchema })
  if (submission.status !== 'success') return data(submission.reply(), 400)
  const proof = await prove(request, actor, form)
  if (!proof.ok) {
    const { fault, params: facts, status } = proofFault(proof)
    return data({ ...submission.reply({ fieldErrors: fault }), params: facts }, status)
  }
  const verdict = await eraseOnRequest(actor, submission.value)
  if (verdict.ok) return redirect(pathIn(lang, '/admin/erasures?done=1'), 303)
  return data(submission.reply({ fieldErrors: { email: [`erasure.error.${verdict.code}`] } }), 409)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function Erasures() {
  const { t } = useLanguage()
  const { title, erasures, canErase, needsProof, isDone } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="flex flex-col gap-6">
      <PageHeading title={title} lead={canErase ? t('erasure.request.lead') : undefined} />
      {isDone && !reply && (
        <Notice tone="good" role="status">
          {t('erasure.request.done')}
        </Notice>
      )}
      {canErase && <EraseOnRequestForm reply={reply} needsProof={needsProof} />}
      <ErasureTable erasures={erasures} />
    </div>
  )
}

import '#app/platform/i18n/inquiry-words.client'
import { currentActor } from '#app/domain/accounts/session.server'
import { eraseByKey } from '#app/domain/privacy/commands/erase.server'
import { ArchivePanel } from '#app/domain/privacy/components/archive-panel'
import { EraseCasePanel } from '#app/domain/privacy/components/erase-case-panel'
import { EraseCaseSchema } from '#app/domain/privacy/schema'
import { openOwnCase } from '#app/domain/inquiries/queries/own-case.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readCaseAddress } from './case-address.server'

const isPrivate = { 'Cache-Control': 'no-store' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const t = translator(requireLanguage(params.lang))
  const address = readCaseAddress(request, params.number)
  const actor = await currentActor(request)
  const { ownerId } = await openOwnCase(actor, address)
  const isOthers = ownerId !== null && !(actor.kind === 'person' && actor.userId === ownerId)
  return data({ title: t('erasure.case.title'), address, isOthers }, { headers: isPrivate })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const address = readCaseAddress(request, params.number)
  const actor = await currentActor(request)
  await openOwnCase(actor, address)
  const submission = parseWithZod(await readForm(request), { schema: EraseCaseSchema })
  if (submission.status !== 'success') return data(submission.reply(), 400)
  const verdict = await eraseByKey(actor, address, submission.value.email)
  if (verdict.ok) return redirect(pathIn(lang, '/privacy?done=erased'), 303)
  return data(submission.reply({ fieldErrors: { email: [`erasure.error.${verdict.code}`] } }), 409)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export const headers = () => isPrivate

export default function InquiryData() {
  const { t, href } = useLanguage()
  const { title, address, isOthers } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { number, key } = address
  const base = `/inquiries/${number}`
  const query = key === null ? '' : `?${new URLSearchParams({ key })}`
  return (
    <div className="max-w-text flex flex-col gap-6">
      <PageHeading title={title} crumbs={[{ label: number, to: `${href(base)}${query}` }]} />
      <ArchivePanel action={`${href(`${base}/data/archive`)}${query}`} text={t('erasure.export.text_case')} />
      {isOthers ? <p>{t('erasure.case.elsewhere')}</p> : <EraseCasePanel reply={reply} />}
    </div>
  )
}

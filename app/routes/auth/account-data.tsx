import '#app/platform/i18n/account-words.client'
import { clientOf, requirePerson } from '#app/domain/accounts/session.server'
import { eraseOwnAccount } from '#app/domain/privacy/commands/erase.server'
import { ArchivePanel } from '#app/domain/privacy/components/archive-panel'
import { EraseAccountPanel } from '#app/domain/privacy/components/erase-account-panel'
import { readBeforeErasing } from '#app/domain/privacy/queries/before-erasing.server'
import { EraseAccountSchema } from '#app/domain/privacy/schema'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { PageHeading } from '#app/ui/page-heading'
import { Panel } from '#app/ui/panel'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const person = await requirePerson(request)
  return { title: translator(lang)('erasure.title'), email: person.email, before: await readBeforeErasing(person) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const person = await requirePerson(request)
  const submission = parseWithZod(await readForm(request), { schema: EraseAccountSchema })
  const hideFields: 'password'[] = ['password']
  if (submission.status !== 'success') return data(submission.reply({ hideFields }), 400)
  const verdict = await eraseOwnAccount(person, submission.value.password, clientOf(request).address)
  if (verdict.ok) return redirect(pathIn(lang, '/privacy?done=erased'), 303)
  const reply = submission.reply({ hideFields, fieldErrors: { password: [`erasure.error.${verdict.code}`] } })
  return data({ ...reply, params: verdict.params }, verdict.code === 'too_many_attempts' ? 429 : 400)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function AccountData() {
  const { t, href } = useLanguage()
  const { title, email, before } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-text flex flex-col gap-6">
      <PageHeading title={title} lead={t('erasure.lead')} />
      <ArchivePanel action={href('/account/data/archive')} text={t('erasure.export.text')} />
      {before.holdsOffice ? (
        <Panel title={t('erasure.account.title')}>
          <p>{t('erasure.account.office')}</p>
        </Panel>
      ) : (
        <EraseAccountPanel email={email} open={before.open} others={before.others} reply={reply} />
      )}
    </div>
  )
}

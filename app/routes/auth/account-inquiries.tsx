import '#app/platform/i18n/inquiry-words.client'
import { requirePerson } from '#app/domain/accounts/session.server'
import { keepOfferedInquiries } from '#app/domain/inquiries/commands/keep-inquiry.server'
import { OfferedInquiries, OwnInquiryTable } from '#app/domain/inquiries/components/own-inquiries'
import { listOwnInquiries } from '#app/domain/inquiries/queries/own-inquiries.server'
import { localDateOf } from '#app/domain/kernel/local-date'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

const isPrivate = { 'Cache-Control': 'no-store' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const person = await requirePerson(request)
  const now = new Date()
  return data(
    {
      title: translator(lang)('investor.own.title'),
      today: localDateOf(now),
      own: await listOwnInquiries(person, now),
      isKept: new URL(request.url).searchParams.get('done') === 'kept',
    },
    { headers: isPrivate },
  )
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const person = await requirePerson(request)
  if ((await readForm(request)).get('intent') !== 'keep') throw new Response(null, { status: 400 })
  await keepOfferedInquiries(person)
  return redirect(pathIn(lang, '/account/inquiries?done=kept'), 303)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export const headers = () => isPrivate

export default function AccountInquiries() {
  const { t } = useLanguage()
  const { title, today, own, isKept } = useLoaderData<typeof loader>()
  return (
    <div className="flex flex-col gap-6">
      <PageHeading title={title} lead={t('investor.own.lead')} />
      {isKept && (
        <Notice tone="good" role="status">
          {t('investor.own.kept')}
        </Notice>
      )}
      <OfferedInquiries offered={own.offered} />
      <OwnInquiryTable lines={own.lines} today={today} />
    </div>
  )
}

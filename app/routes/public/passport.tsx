import '#app/platform/i18n/passport-words.client'
import '#app/platform/i18n/question-words.client'
import { eligibilitySlots } from '#app/domain/eligibility/components/eligibility-slots'
import { readProject } from '#app/domain/eligibility/project'
import { publicReader } from '#app/domain/accounts/session.server'
import { noteOpened } from '#app/domain/alerts/commands/note-opened.server'
import { FavouriteButton } from '#app/domain/alerts/components/favourite-button'
import { keeperOf } from '#app/domain/alerts/subscribers.server'
import { AskButtons } from '#app/domain/questions/components/ask-buttons'
import { readMissing } from '#app/domain/questions/queries.server'
import { AskProvider } from '#app/domain/sites/components/passport/ask-about'
import { canInquire } from '#app/domain/sites/passport-rules'
import { chooseText } from '#app/domain/kernel/localized'
import { PassportPage } from '#app/domain/sites/components/passport/passport-page'
import { makeVoice } from '#app/domain/sites/passport/said'
import { viewPassport } from '#app/domain/sites/passport/view-passport.server'
import { describeSite } from '#app/domain/sites/structured-data'
import { orWhileAway } from '#app/platform/outage/database-away'
import { publicOrigin } from '#app/platform/env/public-origin.server'
import { notFound } from '#app/platform/http/not-found.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { drawQr } from '#app/platform/qr/draw-qr.server'
import { pageMeta } from '#app/ui/seo'
import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readSource } from './passport-source.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const now = new Date()
  const reader = await publicReader(request)
  const project = readProject(new URL(request.url).searchParams)
  const reading = await readSource({ number: params.number ?? '', reader, project, lang, now })
  if (reading === null) throw notFound()
  const { site, town, source, eligibility } = reading
  if (site.number !== params.number) throw redirect(pathIn(lang, `/sites/${site.number}`), 301)
  const keeper = keeperOf(reader, request)
  await orWhileAway(noteOpened(keeper, site.id, now), undefined)
  const { number, kind, dossier } = site
  const t = translator(lang)
  const voice = makeVoice(lang, t)
  const data = viewPassport(source, voice)
  const missing = canInquire(site.status) ? await orWhileAway(readMissing(keeper, site, voice), []) : []
  const townName = chooseText(town.name, lang).text
  // Where the address is shared, nobody is signed in.
  const [cover] = site.photos
  const image = cover ? `/files/${cover.fileId}/${cover.widths.at(-1) ?? cover.width}` : null
  const origin = publicOrigin()
  const url = `${origin}${pathIn(lang, `/sites/${number}`)}`
  return {
    data,
    number,
    missing,
    page: { url, pdf: pathIn(lang, `/sites/${number}/passport.pdf`), qr: drawQr(url) },
    eligibility,
    image,
    title: t('facts.meta_title', { name: chooseText(dossier.identity.name, lang).text, town: townName, number }),
    description: t('facts.meta_description', { town: townName, kind: t(`sites.kind.${kind}`) }),
    structured: describeSite(site, lang, townName, url, image && origin + image),
  }
}

export const meta: MetaFunction<typeof loader> = (args) => {
  const { data } = args
  if (!data) return pageMeta(args, { title: '' })
  const { title, description, image } = data
  return [
    ...pageMeta(args, { title, description, image: image ?? undefined }),
    { 'script:ld+json': data.structured },
  ]
}

export default function Passport() {
  const { data, number, missing, page, eligibility } = useLoaderData<typeof loader>()
  const action = <FavouriteButton number={number} />
  const ask = (under: string) => (
    <AskButtons number={number} values={missing.filter(({ field }) => field.startsWith(under))} />
  )
  return (
    <AskProvider value={ask}>
      <PassportPage data={data} page={page} action={action} {...eligibilitySlots(eligibility)} />
    </AskProvider>
  )
}

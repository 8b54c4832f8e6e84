import { visitor } from '#app/domain/accounts/model'
import { eligibilitySlots } from '#app/domain/eligibility/components/eligibility-slots'
import { viewEligibility } from '#app/domain/eligibility/passport-view'
import { readProject } from '#app/domain/eligibility/project'
import { readActiveRules } from '#app/domain/eligibility/queries.server'
import { may } from '#app/domain/accounts/policy'
import { currentActor } from '#app/domain/accounts/session.server'
import { noteOpened } from '#app/domain/alerts/commands/note-opened.server'
import { FavouriteButton } from '#app/domain/alerts/components/favourite-button'
import { keeperOf } from '#app/domain/alerts/subscribers.server'
import { hasCaseOn } from '#app/domain/inquiries/queries/has-case.server'
import { chooseText } from '#app/domain/kernel/localized'
import { localDateOf } from '#app/domain/kernel/local-date'
import { medianFirstAnswer } from '#app/domain/inquiries/queries/median-first-answer.server'
import { decideBody } from '#app/domain/routing/queries.server'
import { accessLevels } from '#app/domain/sites/choices'
import { papersOf, photosAt } from '#app/domain/sites/public-files'
import { PassportPage } from '#app/domain/sites/components/passport/passport-page'
import { makeVoice } from '#app/domain/sites/passport/said'
import { viewPassport } from '#app/domain/sites/passport/view-passport.server'
import { readPassport } from '#app/domain/sites/queries/read-passport.server'
import { readRelatives } from '#app/domain/sites/queries/read-relatives.server'
import { freshnessOf } from '#app/domain/sites/rules'
import { describeSite } from '#app/domain/sites/structured-data'
import { listIncentives, listRegions, readTown } from '#app/domain/towns/queries.server'
import { env } from '#app/platform/env/env.server'
import { publicOrigin } from '#app/platform/env/public-origin.server'
import { notFound } from '#app/platform/http/not-found.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { drawQr } from '#app/platform/qr/draw-qr.server'
import { pageMeta } from '#app/ui/seo'
import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const now = new Date()
  const site = await readPassport(visitor, params.number ?? '')
  if (site === null) throw notFound()
  if (site.number !== params.number) throw redirect(pathIn(lang, `/sites/${site.number}`), 301)
  const today = localDateOf(now)
  const [town, regions, measures, rules, surroundings] = await Promise.all([
    readTown(site.townKey),
    listRegions(),
    listIncentives(),
    readActiveRules(visitor, today),
    readRelatives(visitor, site.number),
  ])
  if (town === null) throw notFound()
  const { body } = await decideBody(visitor, town.regionKey, today)
  const answers = await medianFirstAnswer(visitor, body.id)
  const { number, kind, dossier } = site
  const reader = await currentActor(request)
  await noteOpened(keeperOf(reader, request), site.id, now)
  const place = { townKey: site.townKey, regionKey: town.regionKey }
  const isTrusted = may(reader, 'site.read', place) || (await hasCaseOn(reader, site.id))
  const openLevels = accessLevels.slice(0, reader.kind === 'visitor' ? 1 : isTrusted ? 3 : 2)
  const photos = photosAt(dossier, site.files, openLevels)
  const { population, enterprises, rail, road } = town.facts
  const project = readProject(new URL(request.url).searchParams)
  const eligibility = viewEligibility({ rules, measures, site, project, today, language: lang })
  const t = translator(lang)
  const data = viewPassport(
    {
      ...site,
      ...{ photos, openLevels, surroundings, now, today },
      hiddenPhotos: dossier.photos.length - photos.length,
      papers: papersOf(dossier, site.files),
      freshness: freshnessOf(site.confirmBy, now),
      article234: eligibility.article234,
      town: { key: town.key, name: town.name, population, enterprises, rail, road },
      region: regions.find((region) => region.key === town.regionKey)?.name ?? town.name,
      ...{ body: body.name, firstAnswerDays: answers.days, styleUrl: env().basemap.styleUrl },
    },
    makeVoice(lang, t),
  )
  const townName = chooseText(town.name, lang).text
  // Where the address is shared, nobody is signed in.
  const [cover] = site.photos
  const image = cover ? `/files/${cover.fileId}/${cover.widths.at(-1) ?? cover.width}` : null
  const origin = publicOrigin()
  const url = `${origin}${pathIn(lang, `/sites/${number}`)}`
  return {
    data,
    number,
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
  const { data, number, page, eligibility } = useLoaderData<typeof loader>()
  const action = <FavouriteButton number={number} />
  return <PassportPage data={data} page={page} action={action} {...eligibilitySlots(eligibility)} />
}

import type { Actor } from '#app/domain/accounts/model'
import { currentActor } from '#app/domain/accounts/session.server'
import { describeBrief } from '#app/domain/matching/describe-need'
import type { Brief } from '#app/domain/matching/model'
import { BriefIdSchema, BriefKeySchema } from '#app/domain/matching/page-schema'
import { makeBriefPaper } from '#app/domain/matching/pdf/make-brief.server'
import { answerBrief } from '#app/domain/matching/queries/answer-brief.server'
import { parseBrief } from '#app/domain/matching/queries.server'
import { readSavedBrief } from '#app/domain/matching/queries/saved-briefs.server'
import { writeBrief } from '#app/domain/matching/schema'
import { readPlaceNames } from '#app/domain/search/queries.server'
import { makeVoice } from '#app/domain/sites/passport/said'
import { publicOrigin } from '#app/platform/env/public-origin.server'
import { inline } from '#app/platform/http/attachment'
import { notFound } from '#app/platform/http/not-found.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { redirect, type LoaderFunctionArgs } from '@remix-run/node'

/** Seconds after which to ask again when too many papers are being made. */
const retryAfter = 5

/** Matches on the paper. */
const shown = 20

/** The paper of a saved brief, or of one that stands in the address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await currentActor(request)
  const query = new URL(request.url).searchParams
  const { brief, title, isDemo, path } = params.id === undefined ? await readUnsaved(actor, query) : await readSaved(actor, params.id, query)
  if (Object.keys(brief.needs).length === 0) throw redirect(pathIn(lang, '/briefs/new'), 303)
  const names = await readPlaceNames(actor, lang)
  const t = translator(lang)
  const { needs: _needs, ...project } = brief
  const name = title || describeBrief(brief, names, makeVoice(lang, t))
  const made = await makeBriefPaper({
    ...{ lang, project, isDemo },
    title: name,
    url: `${publicOrigin()}${pathIn(lang, path)}`,
    answer: await answerBrief(actor, brief, { lang, names, shown }),
  })
  if (!made.ok) {
    const headers = {
      'Retry-After': String(retryAfter),
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
    }
    return new Response(t('pdf.busy'), { status: 503, headers })
  }
  return new Response(new Uint8Array(made.bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': inline(`${t('briefs.pdf.subject')} ${name.slice(0, 80)}.pdf`),
      // It answers with the data of this moment.
      'Cache-Control': 'no-store',
    },
  })
}

type Asked = { brief: Brief; title: string; isDemo: boolean; path: string }

async function readSaved(actor: Actor, id: string, query: URLSearchParams): Promise<Asked> {
  const known = BriefIdSchema.safeParse(id)
  const key = BriefKeySchema.parse(query.get('key'))
  const found = known.success ? await readSavedBrief(actor, { id: known.data, key }) : null
  if (found === null || found.isDeleted) throw notFound()
  const { brief, title, isDemo } = found
  // The paper goes from hand to hand: it names the page, not its secret.
  return { brief, title, isDemo, path: `/briefs/${found.id}` }
}

async function readUnsaved(actor: Actor, query: URLSearchParams): Promise<Asked> {
  const { brief } = await parseBrief(actor, query)
  return { brief, title: brief.activity, isDemo: false, path: `/briefs/new?${writeBrief(brief)}` }
}

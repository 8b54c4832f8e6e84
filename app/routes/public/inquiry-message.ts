import { currentActor } from '#app/domain/accounts/session.server'
import type { MessageAnswer } from '#app/domain/inquiries/components/use-message-sending'
import { notFound } from '#app/platform/http/not-found.server'
import { requireLanguage } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import type { ActionFunctionArgs } from '@remix-run/node'
import { readCaseAddress } from './case-address.server'
import { changeInquiry, readCaseForm } from './change-inquiry.server'

/** There is nothing to look at here. */
export function loader() {
  throw notFound()
}

/** What the case page sends by itself, so that it can say how far the files have got; answered in JSON. */
export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const address = readCaseAddress(request, params.number)
  const actor = await currentActor(request)
  const outcome = await changeInquiry(actor, address, await readCaseForm(actor, address, request))
  if (!('done' in outcome)) return answer({ reply: outcome.answer.reply }, outcome.status)
  const query = new URLSearchParams({ ...(address.key === null ? {} : { key: address.key }), done: outcome.done })
  return answer({ to: pathIn(lang, `/inquiries/${address.number}?${query}`) }, 200)
}

function answer(reply: MessageAnswer, status: number): Response {
  return Response.json(reply, { status, headers: { 'Cache-Control': 'no-store' } })
}

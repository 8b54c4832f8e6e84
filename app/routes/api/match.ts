import { visitor } from '#app/domain/accounts/model'
import { answerParameters, presentAnswer, readBody, readSize } from '#app/domain/matching/api'
import { makeBudget, takeOne } from '#app/domain/matching/budget'
import { matchBrief, parseBrief } from '#app/domain/matching/queries.server'
import { publicOrigin } from '#app/platform/env/public-origin.server'
import { problem } from '#app/platform/http/problem.server'
import type { ActionFunctionArgs } from '@remix-run/node'

/** A brief that names every town and every measure has a few thousand letters. */
const mostBytes = 64_000

/** One answer takes milliseconds of the only thread: programs may not take it from people. */
const budget = makeBudget(50)

export async function action({ request }: ActionFunctionArgs) {
  if (request.method !== 'POST') return onlyPosts()
  if (Number(request.headers.get('Content-Length')) > mostBytes) {
    return problem({ status: 413, code: 'too_large', title: `A brief has at most ${mostBytes} bytes.` })
  }
  if (!takeOne(budget, Date.now())) {
    const about = { status: 429, code: 'too_many', title: 'Too many briefs at once; try again in a second.' }
    return problem(about, { 'Retry-After': '1' })
  }
  const body = readBody(await request.text())
  if (body === null) {
    return problem({ status: 400, code: 'bad_request', title: 'The body has to be a JSON object with a brief.' })
  }
  const size = readSize(body.params)
  const { brief, ignored } = await parseBrief(visitor, body.params, answerParameters)
  const answer = await matchBrief(visitor, brief, size.limits)
  const presented = presentAnswer(answer, [...body.ignored, ...size.ignored, ...ignored], publicOrigin())
  return Response.json(presented, { headers: { 'Cache-Control': 'no-store' } })
}

/** The answer to whoever reads this path instead of writing a brief to it. */
export function loader() {
  return onlyPosts()
}

function onlyPosts(): Response {
  return problem(
    { status: 405, code: 'method_not_allowed', title: 'Send a brief with POST; see /api/openapi.json.' },
    { Allow: 'POST' },
  )
}

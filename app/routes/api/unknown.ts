import { publicProblem } from '#app/platform/http/public-json.server'

export function loader() {
  return publicProblem({ status: 404, code: 'not_found', title: 'There is no such path; see /api/openapi.json.' })
}

export const action = loader

import { languages } from '#app/platform/i18n/language'
import { webhookKinds, type WebhookKind } from './model'

const text = { type: 'string' }
const day = { type: ['string', 'null'], format: 'date' }

const meanings: Record<WebhookKind, string> = {
  'inquiry.registered': 'An inquiry was confirmed and registered',
  'inquiry.routed': 'A case was routed, redirected or passed to a successor',
  'inquiry.accepted': 'An officer took a case',
  'message.created': 'The investor or the body wrote',
  'inquiry.state_changed': 'Anything else that happened to a case; `event` says what',
  'visit.proposed': 'A visit was proposed',
  'visit.changed': 'A visit was accepted or changed',
  'clock.warning': 'A term nears its end',
  'clock.breached': 'A term was not kept',
  'inquiry.outcome': 'A case ended with an outcome',
}

const headers = [
  ['X-Alan-Delivery', 'The same for every attempt: take a delivery once.'],
  ['X-Alan-Event', 'Kind of the event.'],
  ['X-Alan-Timestamp', 'Second of sending (Unix); refuse what is older than five minutes.'],
  [
    'X-Alan-Signature',
    '`sha256=` and hexadecimal HMAC-SHA256 over `<timestamp>.<body>`; two, with a comma, after a change.',
  ],
].map(([name, description]) => ({ name, in: 'header', required: true, description, schema: text }))

/** What the systems of responsible bodies are sent, as `webhooks` of OpenAPI 3.1. */
export function describeWebhooks() {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/CaseEvent' } } }
  return Object.fromEntries(
    webhookKinds.map((kind) => [
      kind,
      {
        post: {
          summary: meanings[kind],
          parameters: headers,
          requestBody: { required: true, content },
          responses: { '2XX': { description: 'Taken; anything else is tried again.' } },
        },
      },
    ]),
  )
}

/** The schema that `describeWebhooks` refers to; `states` are those that a case can be in. */
export function webhookSchemas(states: readonly string[]) {
  const data = {
    type: 'object',
    properties: {
      ...{ number: text, part: { type: 'integer' }, state: { type: 'string', enum: [...states] } },
      sites: { type: 'array', items: text },
      language: { type: 'string', enum: [...languages] },
      due: { type: 'object', properties: { promise: day, law: day } },
      demo: { type: 'boolean', description: 'The case is invented.' },
      ...{ url: { type: 'string', format: 'uri' }, event: text, by: text },
      previous_state: { type: ['string', 'null'] },
      clock: { ...text, description: 'Kind of the term, with `clock.warning` and `clock.breached`.' },
    },
    additionalProperties: { description: 'Fields may be added; ignore those you do not know.' },
  }
  const CaseEvent = {
    type: 'object',
    required: ['id', 'type', 'created_at', 'data'],
    properties: {
      id: { type: 'string', description: 'Names the event and never repeats for another one.' },
      type: { type: 'string', enum: [...webhookKinds] },
      created_at: { type: 'string', format: 'date-time' },
      data,
    },
  }
  return { CaseEvent }
}

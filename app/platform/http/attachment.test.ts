import { expect, it } from 'vitest'
import { attachment, inline } from './attachment'

it.each([
  ['plan.pdf', `attachment; filename="plan.pdf"; filename*=UTF-8''plan.pdf`],
  [
    'Жер актісі.pdf',
    `attachment; filename="___ ______.pdf"; filename*=UTF-8''%D0%96%D0%B5%D1%80%20%D0%B0%D0%BA%D1%82%D1%96%D1%81%D1%96.pdf`,
  ],
  [`a"b;c%d'(1)*.pdf`, `attachment; filename="a_b_c_d'(1)*.pdf"; filename*=UTF-8''a%22b%3Bc%25d%27%281%29%2A.pdf`],
  [
    'a\r\nSet-Cookie: x=1.pdf',
    `attachment; filename="a  Set-Cookie: x=1.pdf"; filename*=UTF-8''a%20%20Set-Cookie%3A%20x%3D1.pdf`,
  ],
  ['../../etc/passwd', `attachment; filename=".. .. etc passwd"; filename*=UTF-8''..%20..%20etc%20passwd`],
  ['gpj\u202efdp.pdf', `attachment; filename="gpj fdp.pdf"; filename*=UTF-8''gpj%20fdp.pdf`],
  ['', `attachment; filename="file"; filename*=UTF-8''file`],
])('%s', (name, header) => {
  expect(attachment(name)).toBe(header)
})

it('shows a file under its name', () => {
  expect(inline('Паспорт.pdf')).toBe(
    `inline; filename="_______.pdf"; filename*=UTF-8''%D0%9F%D0%B0%D1%81%D0%BF%D0%BE%D1%80%D1%82.pdf`,
  )
})

import { networkOf } from '#app/platform/http/client-network.server'
import { expect, it } from 'vitest'

it.each([
  ['10.0.0.7', '10.0.0.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
  ['2001:DB8:1:2::1', '2001:db8:1:2::'],
  ['2001:0db8:0001:0002:ffff::', '2001:db8:1:2::'],
  ['2001:db8:1:3::1', '2001:db8:1:3::'],
  ['2001:db8::1', '2001:db8:0:0::'],
  ['fe80::1%eth0', 'fe80:0:0:0::'],
  ['::1', '0:0:0:0::'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:c000:201', '192.0.2.1'],
  ['0:0:0:0:0:ffff:192.0.2.1', '192.0.2.1'],
  ['64:ff9b::192.0.2.1', '64:ff9b:0:0::'],
  ['', ''],
  ['unknown', 'unknown'],
])('counts %s by %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

it.each(['2001:db8:1:2:3:4:5:6', '::1', 'fe80::1%eth0', '::ffff:10.0.0.7'])('changes %s once', (address) => {
  expect(networkOf(networkOf(address))).toBe(networkOf(address))
})

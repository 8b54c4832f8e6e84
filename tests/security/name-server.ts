import { createSocket } from 'node:dgram'
import { once } from 'node:events'

const types = { A: 1, AAAA: 28 } as const
const headerBytes = 12

/** What a name has, by type; asked anew each time, so that it may change its mind. */
export type Zone = (name: string, type: keyof typeof types) => Buffer[]

/** A name server of the loopback that knows only `zone` and lets nobody keep an answer; runs until the process ends. */
export async function serveNames(zone: Zone): Promise<void> {
  const socket = createSocket('udp4')
  socket.on('message', (query, { port, address }) => socket.send(answer(query, zone), port, address))
  socket.bind(53, '127.0.0.1')
  await once(socket, 'listening')
}

function answer(query: Buffer, zone: Zone): Buffer {
  const labels: string[] = []
  let at = headerBytes
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  const question = query.subarray(headerBytes, at + 5)
  const asked = query.readUInt16BE(at + 1)
  const type = asked === types.A ? 'A' : asked === types.AAAA ? 'AAAA' : null
  const found = type === null ? [] : zone(labels.join('.').toLowerCase(), type)
  const header = Buffer.alloc(headerBytes)
  query.copy(header, 0, 0, 2)
  header.writeUInt16BE(0x8580, 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(found.length, 6)
  const records = found.map((data) => {
    const record = Buffer.alloc(headerBytes)
    // The name is that of the question.
    record.writeUInt16BE(0xc00c, 0)
    record.writeUInt16BE(asked, 2)
    record.writeUInt16BE(1, 4)
    record.writeUInt16BE(data.length, 10)
    return Buffer.concat([record, data])
  })
  return Buffer.concat([header, question, ...records])
}

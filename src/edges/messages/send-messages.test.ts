import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerOptions } from 'smtp-server'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../../config.ts'
import { addStaff, appointCoordinator } from '../../domains/accounts/index.ts'
import { addPerson } from '../../domains/people/index.ts'
import { askForHelp, sayNobodyCame, visitsGoneWrong } from '../../domains/tasks/index.ts'
import { day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import type { Id } from '../../platform/id.ts'
import { as, icb } from '../../../world/organisations.ts'
import { worldOn } from '../../../world/world.ts'
import type { World } from '../../../world/world.ts'
import { aTown } from '../../../test/support/app.ts'
import type { Town } from '../../../test/support/app.ts'
import { cli } from '../../../test/support/operator.ts'
import { sendMessages } from './send-messages.ts'

type Received = { from: string; to: string[]; contents: string }

let town: Town
let world: World
let personId: Id<'person'>

/** Amal Reed has a coordinator with an e-mail address. */
beforeEach(async () => {
  town = await aTown(day('2026-07-01'))
  world = worldOn(town.platform)
  const coordinator = {
    name: 'Lena Marsh',
    email: 'lena.marsh@icb.invalid',
    organisationId: icb,
    role: 'coordinator',
  }
  const { userId } = await world.act(as('administrator'), addStaff, coordinator)
  const person = { icbId: icb, givenName: 'Amal', familyName: 'Reed', bornOn: '1950-01-01' }
  personId = (await world.act(as('coordinator'), addPerson, person)).personId
  await world.act(as('coordinator'), appointCoordinator, { personId, userId })
})

const nobodyCame = () =>
  world.act(as('coordinator'), sayNobodyCame, {
    personId,
    what: visitsGoneWrong[0],
    words: 'Nobody came at nine',
  })

/** A real mail server on this machine, and what it took in. */
async function aMailServer(options: SMTPServerOptions = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let contents = ''
      stream.on('data', (chunk) => void (contents += String(chunk)))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          contents,
        })
        done()
      })
    },
    ...options,
  })
  // Clients that are cut off are no errors of the server's.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { received, port: (server.server.address() as AddressInfo).port }
}

function senderTo(port: number) {
  const sender = sendMessages(
    readConfig({
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MESSAGES_FROM: 'Budgets <budgets@icb.invalid>',
      PUBLIC_URL: 'https://budgets.example.nhs.uk',
    }),
  )
  return () => sender?.run(town.platform)
}

const kept = async () => {
  const { rows } = await town.platform.databases.ownerPool.query<{
    id: string
    attempts: number
    failed_because: string | null
    sent: boolean
    given_up: boolean
    waits: boolean
  }>(`select id, attempts, failed_because, sent_at is not null as sent, given_up_at is not null as given_up,
             try_at > clock_timestamp() as waits from platform.message order by id`)
  return rows
}

const itIsTimeToTryAgain = () =>
  town.platform.databases.ownerPool.query('update platform.message set try_at = clock_timestamp()')

test('the coordinator is told of a new urgent task, and of nothing else', async () => {
  await nobodyCame()
  const { received, port } = await aMailServer()
  const send = senderTo(port)
  await send()
  expect(received).toHaveLength(1)
  expect(received[0]).toMatchObject({ from: 'budgets@icb.invalid', to: ['lena.marsh@icb.invalid'] })
  const { contents = '' } = received[0] ?? {}
  expect(contents).toContain('Subject: You have a new task')
  expect(contents).toContain('Sign in to see it.')
  expect(contents).toContain('https://budgets.example.nhs.uk/')
  for (const word of ['Amal', 'Reed', 'Nobody came', personId]) expect(contents).not.toContain(word)
})

test('it is sent once, however often senders look, and said again it is the same task', async () => {
  await nobodyCame()
  await nobodyCame()
  const { received, port } = await aMailServer()
  const [one, another] = [senderTo(port), senderTo(port)]
  await Promise.all([one(), another(), one(), another()])
  await one()
  expect(received).toHaveLength(1)
  expect(await kept()).toMatchObject([{ attempts: 1, sent: true }])
})

test('whoever opens a task of their own is not told of it', async () => {
  const lena = { ...as('coordinator'), userId: (await coordinatorId()) as Id<'user'> }
  await world.act(lena, askForHelp, { personId, words: 'Rang me' })
  expect(await kept()).toEqual([])
})

const coordinatorId = async () => {
  const { rows } = await town.platform.databases.ownerPool.query<{ user_id: string }>(
    'select user_id from accounts.coordinator',
  )
  return rows[0]?.user_id
}

test('a server that refuses for now is asked again after a while, with the same id', async () => {
  await nobodyCame()
  let busy = true
  const { received, port } = await aMailServer({
    onRcptTo: (_address, _session, done) =>
      busy ? done(Object.assign(new Error('Greylisted'), { responseCode: 451 })) : done(),
  })
  const send = senderTo(port)
  await send()
  const [first] = await kept()
  expect(first).toMatchObject({
    attempts: 1,
    sent: false,
    given_up: false,
    waits: true,
    failed_because: 'EENVELOPE 451',
  })
  await send()
  expect(await kept()).toMatchObject([{ attempts: 1 }])
  busy = false
  await itIsTimeToTryAgain()
  await send()
  expect(await kept()).toMatchObject([{ id: first?.id, attempts: 2, sent: true, failed_because: null }])
  expect(received[0]?.contents).toContain(`Message-ID: <${first?.id}@icb.invalid>`)
})

test('an address that is refused for good is given up, and the command line says so', async () => {
  await nobodyCame()
  const { port } = await aMailServer({
    onRcptTo: (_address, _session, done) =>
      done(Object.assign(new Error('No such mailbox'), { responseCode: 550 })),
  })
  await senderTo(port)()
  expect(await kept()).toMatchObject([{ sent: false, given_up: true, failed_because: 'EENVELOPE 550' }])
  expect(await cli(town, 'messages')).toMatchObject({
    code: 1,
    said: '0 sent, 0 waiting, 1 given up.',
    complained: expect.stringContaining('EENVELOPE 550') as string,
  })
})

test('a server that hangs up, before or after it has the mail, is asked again', async () => {
  await nobodyCame()
  await senderTo(await aServerThatHangsUp('EHLO'))()
  expect(await kept()).toMatchObject([{ attempts: 1, sent: false, given_up: false }])
  await itIsTimeToTryAgain()
  await senderTo(await aServerThatHangsUp('.'))()
  expect(await kept()).toMatchObject([{ attempts: 2, sent: false, given_up: false }])
})

/** Takes everything up to this line of the conversation, and is gone. */
async function aServerThatHangsUp(at: string): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.write('220 here\r\n')
    socket.on('data', (chunk) => {
      for (const line of String(chunk).trim().split('\r\n')) {
        if (line.startsWith(at)) socket.destroy()
        else if (line === 'DATA') socket.write('354 go on\r\n')
        else if (/^(EHLO|MAIL|RCPT)/.test(line)) socket.write('250 yes\r\n')
      }
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return (server.address() as AddressInfo).port
}

test('after three days it is given up', async () => {
  await nobodyCame()
  await town.platform.databases.ownerPool.query(
    `update platform.message set asked_at = asked_at - interval '73 hours'`,
  )
  await senderTo(1)()
  expect(await kept()).toMatchObject([{ given_up: true }])
})

test('without a mail server messages wait, and the command line says so', async () => {
  expect(sendMessages(readConfig({}))).toBeUndefined()
  await nobodyCame()
  expect(await cli(town, 'messages')).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^0 sent, 1 waiting since .*, 0 given up\.$/) as string,
    complained: 'Messages wait: SMTP_URL is not set, so nothing is sent.',
  })
})

test('a mail server without an address to send from is no setting to start with', () => {
  expect(() => readConfig({ SMTP_URL: 'smtp://localhost' })).toThrow('SMTP_URL needs MESSAGES_FROM')
})

test('what is rolled back is not sent', async () => {
  await world
    .act(as('coordinator'), sayNobodyCame, { personId: newId<'person'>(), what: visitsGoneWrong[0] })
    .catch(() => undefined)
  expect(await kept()).toEqual([])
})

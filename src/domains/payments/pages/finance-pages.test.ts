import { expect, test } from 'vitest'
import { aTown } from '../../../../test/support/app.ts'
import type { Town } from '../../../../test/support/app.ts'
import { checkEverything } from '../../../../test/support/check-everything.ts'
import { browser } from '../../../../test/support/web.ts'
import type { Browser, Page } from '../../../../test/support/web.ts'
import { anil, shahsLives } from '../../../../world/lives/shahs.ts'
import { live } from '../../../../world/life.ts'
import { worldOn } from '../../../../world/world.ts'
import { day } from '../../../platform/day.ts'

/** The Shahs are awarded, and where to pay is confirmed; nothing is paid yet. */
async function theShahsToPay() {
  const town = await aTown(day('2026-03-12'))
  await live(worldOn(town.platform), [shahsLives], day('2026-03-26'))
  await town.itIs(day('2026-03-26'))
  const priya = browser(town)
  await priya.signIn('Priya Nair')
  const tom = browser(town)
  await tom.signIn('Tom Barker')
  return { town, priya, tom }
}

const boxes = (name: string, written: string): Record<string, string> => {
  const [date = '', month = '', year = ''] = written.split(' ')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

async function prepared(priya: Browser): Promise<Page> {
  const form = await priya.get('/finance/runs/new')
  const check = await form.send({ ...boxes('dueUpTo', '1 4 2026'), ...boxes('payOn', '31 3 2026') })
  return check.send({ step: 'do' })
}

async function sent(town: Town, priya: Browser, tom: Browser): Promise<Page> {
  const run = await prepared(priya)
  await (await tom.get(run.path)).send()
  await town.work()
  return tom.get(run.path)
}

test('a run is looked at first, prepared by one, approved by another, and sent', async () => {
  const { town, priya, tom } = await theShahsToPay()
  const form = await priya.get('/finance/runs/new')
  expect(
    (await form.send({ ...boxes('dueUpTo', '1 4 2026'), ...boxes('payOn', '29 3 2026') })).problems,
  ).toEqual(['Banks do not pay on this day. Enter a working day'])
  const check = await form.send({ ...boxes('dueUpTo', '1 4 2026'), ...boxes('payOn', '31 3 2026') })
  expect(check.text).toContain('2 payments')
  expect((await priya.get('/finance/runs')).text).toContain('No run was prepared yet')
  const run = await check.send({ step: 'do' })
  expect(run.text).toContain('You prepared this run: somebody else approves it')
  const token = /name="csrf" value="([^"]+)"/.exec(run.html)?.[1] ?? ''
  const own = await priya.post(`${run.path}/approve`, { csrf: token, key: 'her own' })
  expect(own.problems).toEqual(['You prepared this run: somebody else must approve it'])
  await (await tom.get(run.path)).send()
  await town.work()
  const done = await tom.get(run.path)
  expect(done.rows).toContainEqual([
    'What became of them',
    '0 seen on a statement or taken, 2 on their way, 0 came back',
  ])
  expect(
    (await form.send({ ...boxes('dueUpTo', '1 4 2026'), ...boxes('payOn', '31 3 2026') })).problems,
  ).toEqual(['Nothing falls due by then that is not paid or prepared already'])
  await checkEverything(town)
})

test('a run that is thrown away is due again, and two clicks on approve send it once', async () => {
  const { town, priya, tom } = await theShahsToPay()
  const first = await prepared(priya)
  expect((await first.send({}, { form: 0 })).text).toContain('Thrown away')
  const second = await prepared(priya)
  const page = await tom.get(second.path)
  await Promise.all([page.send(), page.send()])
  await town.work()
  expect((await tom.get(second.path)).text).toContain('2 on their way')
  await checkEverything(town)
})

test('the payments are a file for the payer’s finance system', async () => {
  const { priya } = await theShahsToPay()
  const run = await prepared(priya)
  const file = await priya.get(`${run.path}/payments.csv`)
  const [heading, first] = file.html.split('\r\n')
  expect(heading).toBe('reference,account name,sort code,account number,amount,pay on,due on,state')
  expect(first).toMatch(
    /^PHB [0-9A-F]{12},Anil Shah,040075,16449340,\d+\.\d\d,2026-03-31,2026-04-01,prepared$/,
  )
})

test('a returned list is checked first; what came back is the payer’s again and somebody’s task', async () => {
  const { town, priya, tom } = await theShahsToPay()
  const run = await sent(town, priya, tom)
  const references = run.rows.flatMap((row) => row.filter((cell) => cell.startsWith('PHB ')))
  const contents = `Reference,Outcome,Reason\r\n${references[0] ?? ''},returned,Account closed\r\n${references[1] ?? ''},PAID,\r\nPHB 000000000000,paid,\r\n`
  const upload = await tom.get(`${run.path}/returned`)
  const check = await upload.send({}, { file: { name: 'list.csv', contents } })
  expect(check.text).toContain('1 paid, 1 came back, 1 rows that cannot be used')
  expect(check.rows).toContainEqual(['4', 'PHB 000000000000', 'No payment of this run has this reference'])
  expect((await tom.get(run.path)).text).toContain('0 came back')
  await check.send({ step: 'do' })
  await check.send({ step: 'do' })
  expect((await tom.get(run.path)).text).toContain('1 came back')
  expect((await priya.get('/today')).text).toContain('A payment failed: Anil Shah')
  await checkEverything(town)
})

test.each([
  ['nothing', '', 'Choose the file that the bank returned'],
  ['an empty file', '', 'Choose the file that the bank returned'],
  ['no table', 'hello\r\nthere\r\n', 'These columns are missing: reference, outcome'],
  ['a column twice', 'reference,reference,outcome\r\n1,2,paid\r\n', 'The column “reference” is there twice'],
])('%s is no returned list, and nothing changes', async (_name, contents, words) => {
  const { town, priya, tom } = await theShahsToPay()
  const run = await sent(town, priya, tom)
  const upload = await tom.get(`${run.path}/returned`)
  const answer =
    contents === '' ? await upload.send() : await upload.send({}, { file: { name: 'x.csv', contents } })
  expect(answer.problems).toEqual([words])
})

test('details that one entered are confirmed by another, and changed details wait again', async () => {
  const { priya, tom } = await theShahsToPay()
  const path = `/people/${anil.personId}/where-to-pay`
  const enter = await (await priya.get(path)).follow(/Enter other details/)
  expect((await enter.send({ accountName: 'A Shah', sortCode: '1', accountNumber: '' })).problems).toEqual([
    'Enter the six digits of the sort code, like 20-00-00',
    'Enter the account number',
  ])
  const entered = await enter.send({ accountName: 'A Shah', sortCode: '20 04 15', accountNumber: '12345678' })
  expect(entered.rows).toContainEqual(['Confirmed', 'Not yet: nothing is paid there'])
  const form = await tom.get('/finance/runs/new')
  const check = await form.send({ ...boxes('dueUpTo', '1 4 2026'), ...boxes('payOn', '31 3 2026') })
  expect(check.text).toContain('These are due and cannot be paid yet')
  expect(check.text).toContain('Anil Shah')
  const confirmed = await (await tom.get(path)).send()
  expect(confirmed.rows).toContainEqual(['Confirmed', expect.stringContaining('Tom Barker')])
})

test('the council does not see the ICB’s runs', async () => {
  const { town, priya } = await theShahsToPay()
  const run = await prepared(priya)
  const helen = browser(town)
  await helen.signIn('Helen Cross')
  expect((await helen.get(run.path)).status).toBe(404)
  expect((await helen.get('/finance/runs')).text).toContain('No run was prepared yet')
})

test('totals are the sums of the purses, and exports are what other programs read', async () => {
  const { priya } = await theShahsToPay()
  const finance = await priya.get('/finance')
  expect(finance.rows).toContainEqual(['CHC-DP', '£45,041.43', '£0.00', '£0.00'])
  const file = await (
    await priya.get('/finance/exports')
  ).send({ format: 'hledger', ...boxes('to', '31 3 2027') })
  expect(file.html).toContain('2026-04-01')
})

import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { domainOf, isTest, sourceFiles } from './source.ts'

/** A domain may import those before it. ARCHITECTURE.md says what each is. */
const domains = [
  'ledger',
  'organisations',
  'rules',
  'people',
  'accounts',
  'tasks',
  'plans',
  'budgets',
  'payments',
  'statements',
  'monitoring',
  'workspaces',
]

/** From the ground up: a layer may import itself and those before it. */
const layers = ['src/platform/', 'src/ui/', 'src/formats/', 'src/domains/', 'world/', 'src/edges/']

const files = sourceFiles(['src', 'world', 'checks']).filter((file) => !isTest(file.path))

test('every domain has its place in the order', () => {
  expect(readdirSync('src/domains').toSorted()).toEqual(domains.toSorted())
})

test('a domain imports only those before it', () => {
  const wrong = files.flatMap((file) => {
    const from = domainOf(file.path)
    if (!from) return []
    return file.imports
      .filter(({ path }) => domains.indexOf(domainOf(path) ?? from) > domains.indexOf(from))
      .map(({ path }) => `${file.path} imports ${path}`)
  })
  expect(wrong).toEqual([])
})

test('a domain is entered by its front door', () => {
  const wrong = files.flatMap((file) =>
    file.imports
      .filter(({ path }) => domainOf(path) !== undefined && domainOf(path) !== domainOf(file.path))
      .filter(({ path }) => !/^src\/domains\/[^/]+\/index\.ts$/.test(path))
      .map(({ path }) => `${file.path} imports ${path}`),
  )
  expect(wrong).toEqual([])
})

test('a layer imports nothing above it', () => {
  const layerOf = (path: string) => layers.findIndex((layer) => path.startsWith(layer))
  const wrong = files.flatMap((file) =>
    file.imports
      .filter(({ path }) => layerOf(file.path) !== -1 && layerOf(path) > layerOf(file.path))
      .map(({ path }) => `${file.path} imports ${path}`),
  )
  expect(wrong).toEqual([])
})

test('only a domain writes the tables of its schema', () => {
  const writes =
    /(?:insertInto|updateTable|deleteFrom)\('(\w+)\.|\b(?:insert into|update|delete from) (\w+)\.\w+/g
  const wrong = files.flatMap((file) => {
    const own = domainOf(file.path)
    if (!own) return []
    return [...file.text.matchAll(writes)]
      .map((match) => match[1] ?? match[2] ?? '')
      .filter((schema) => domains.includes(schema) && schema !== own)
      .map((schema) => `${file.path} writes ${schema}`)
  })
  expect(wrong).toEqual([])
})

import { readFileSync, readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { routes } from '../../src/app.ts'
import { permissions } from '../../src/domains/accounts/index.ts'
import { isTest, sourceFiles } from './source.ts'

const files = sourceFiles(['src', 'world', 'checks', 'test', 'bench']).filter(
  (file) => !file.path.endsWith('habits.test.ts'),
)
const ours = files.filter((file) => !isTest(file.path))

const banned = /\b(utils?|helpers?|common|shared|managers?|services?|processors?|handlers?|data|info|misc)\b/

// NHS.UK's components keep the names that nhsuk-frontend gives their options.
test('no file has a name that says nothing', () => {
  const names = files
    .map((file) => file.path)
    .filter((path) => !path.startsWith('src/ui/nhsuk/'))
    .filter((path) => banned.test(basename(path).replace(/\..*$/, '').replaceAll('-', ' ')))
  expect(names).toEqual([])
})

test('files are kebab-case', () => {
  const names = files
    .map((file) => file.path)
    .filter((path) => !/^[a-z0-9-]+(\.(test|property\.test|generated))?\.tsx?$/.test(basename(path)))
  expect(names).toEqual([])
})

test('only config.ts reads the environment', () => {
  const readers = ours
    .filter((file) => file.path.startsWith('src/') && file.text.includes('process.env'))
    .map((file) => file.path)
  expect(readers).toEqual(['src/config.ts', 'src/platform/embedded-postgres.ts'])
})

test('nothing in a domain asks the machine for the time', () => {
  const askers = ours.filter(
    (file) => file.path.startsWith('src/domains/') && /\bnew Date\(\)|Date\.now\(|\bnow\(\)/.test(file.text),
  )
  expect(askers.map((file) => file.path)).toEqual([])
})

test('the scope that shows everything is made by test support alone', () => {
  const makers = files.filter((file) => /scope: 'everything'/.test(file.text)).map((file) => file.path)
  expect(makers).toEqual(['test/support/actors.ts'])
})

test('no raw HTML but through safeHtml', () => {
  const raw = ours.filter((file) => file.text.includes('dangerouslySetInnerHTML')).map((file) => file.path)
  expect(raw).toEqual([])
})

test('each route says path, who may enter and what the visit is called, once', () => {
  for (const route of routes) {
    expect(route.path).toMatch(/^\//)
    expect(['anyone', 'anyone signed in', ...permissions]).toContain(route.enter)
    expect(route.visit).not.toBe('')
    expect(route.show ?? route.submit).toBeDefined()
  }
  const paths = routes.map((route) => route.path)
  expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([])
})

test('migrations are dated, numbered and in order', () => {
  const names = readdirSync('migrations')
  expect(names.filter((name) => !/^\d{8}-\d{2}-[a-z-]+\.sql$/.test(name))).toEqual([])
  expect(names.toSorted()).toEqual(names)
})

test('no word of registries’ hosts in the lockfile', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved"|https?:\/\/registry/)
})

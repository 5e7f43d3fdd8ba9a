import type { PaginationProps } from './nhsuk/index.ts'

/** Links to the pages around this one, keeping every other filter in the address. Nothing where there is one page. */
export function pagination(address: string, pageNo: number, pages: number): PaginationProps {
  const to = (no: number) => {
    const url = new URL(address, 'http://here')
    url.searchParams.set('page', String(no))
    return `${url.pathname}${url.search}`
  }
  return {
    previous: pageNo > 1 ? { href: to(pageNo - 1) } : undefined,
    next: pageNo < pages ? { href: to(pageNo + 1) } : undefined,
  }
}

export { navigationFor } from './navigation.ts'
export { routes } from './routes.ts'

import { lazy } from '../ui/lazy';

/** The article that is open, loaded on an article's page. */
export const PageArticle = lazy(() => import('./page-article').then((file) => file.PageArticle));

export { manyEntries } from '../../../tests/site/many-entries';
export { textsOf } from '../../../utils/search/entry-texts';
export { SearchIndex } from '../../../utils/search/index/search-index';
export { parseQuery } from '../../../utils/search/parse-query';
export { suggestionsFor } from '../../../utils/search/tags/suggest-tags';
export { loadFold } from '../../../utils/search/text/chinese';
export { rival } from './rivals';

export { manyEntries } from '../../../tests/site/many-entries';
export { Catalogue } from '../../../utils/search/catalogue/catalogue';
export { loadFold } from '../../../utils/search/chinese';
export { textsOf } from '../../../utils/search/match';
export { parseQuery } from '../../../utils/search/parse';
export { suggestionsFor } from '../../../utils/search/suggest-tags';
export { rival } from './rivals';

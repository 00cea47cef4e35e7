import type { Decoder, Read } from '../decoder';
import { readOf } from '../read-of';

/** Windows' shortcut to a page, and that of Linux' desktops. */
const SECTION =
  /^\s*(?:\[\{[\dA-F-]{36}\}\][^[]{0,2000})?\[(?:InternetShortcut(?:\.\w)?|Desktop Entry)\]\s*$/im;
const ADDRESS = /^\s{0,20}URL(?:\[\$e\])?\s?=\s?(\S{1,4096})/im;

/** macOS' shortcut to a page (`.webloc`): one key of a property list. */
const PLIST = /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!DOCTYPE plist[^>]{0,300}>\s*)?<plist[\s>]/i;
const KEY = /<key>URL<\/key>\s{0,100}<string>([^<]{1,4096})<\/string>/;

/** A shortcut to one page, which has its title for a name. */
export const shortcut: Decoder = {
  name: 'links',
  detect: (head) => SECTION.test(head.slice(0, 4_096)) || (PLIST.test(head) && KEY.test(head)),
  *decode(text, { fileName = '' } = {}): Generator<Read> {
    const address = (KEY.exec(text)?.[1] ?? ADDRESS.exec(text)?.[1] ?? '').replaceAll('&amp;', '&');
    const title = fileName.replace(/^.*[/\\]/, '').replace(/\.[a-z]{1,10}$/i, '');
    yield readOf(1, { url: address, title }, address);
  },
};

import type { CDPSession, Page } from 'playwright-core';
import { type AskRoot, OnPage } from './on-page';

interface CdpNode {
  backendNodeId: number;
  nodeName: string;
  shadowRootType?: string;
  shadowRoots?: CdpNode[];
  children?: CdpNode[];
}

/** Our controls on a page of Chromium, reached through its debugger. */
export async function onPage(page: Page): Promise<OnPage> {
  const cdp = await page.context().newCDPSession(page);
  const ask: AskRoot = async (run, argument = '') => {
    const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
      objectId: await rootOf(cdp),
      functionDeclaration: `function (argument) { return (${run.toString()})(this, argument) }`,
      arguments: [{ value: argument }],
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  return new OnPage(page, ask);
}

async function rootOf(cdp: CDPSession): Promise<string> {
  const { root } = await cdp.send('DOM.getDocument', { depth: 2, pierce: true });
  const html = (root.children as CdpNode[] | undefined)?.find((node) => node.nodeName === 'HTML');
  const roots = html?.children?.flatMap(({ shadowRoots = [] }) => shadowRoots);
  const shadow = roots?.find(({ shadowRootType }) => shadowRootType === 'closed');
  if (!shadow) throw new Error('nothing of ours on the page');
  const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
  if (!object.objectId) throw new Error('the shadow root has gone');
  return object.objectId;
}

/** The texts of the story: those of its steps, and those expected in the user interface. */
export interface StoryWords {
  counts(posts: number, saved: number, ticked: number): string;
  save(count: number): string;
  move(title: string, place: number, of: number): string;
  queue: string;
  done: string;
  library: string;
  saved: string;
  queued: string;
  open: string;
  tick: string;
  didSave: string;
  didQueue: string;
  popup: string;
  filter: string;
  panel: string;
  order: string;
  finish: string;
  back: string;
}

export const WORDS: Record<'zh_CN' | 'en', StoryWords> = {
  zh_CN: {
    counts: (posts, saved, ticked) => `本页 ${posts} 篇 · 已存 ${saved} · 已选 ${ticked}`,
    save: (count) => `保存 ${count}`,
    move: (title, place, of) => `移动 ${title}，第 ${place} 位，共 ${of} 篇`,
    queue: '入队',
    done: '读完',
    library: '书库',
    saved: '已存',
    queued: '已入队',
    open: '打开分类“社区治理”',
    tick: '勾选第一到第五篇，写上标签“治理”“组织”',
    didSave: '保存',
    didQueue: '再选两篇入队',
    popup: '打开弹窗',
    filter: '按标签“组织”筛选',
    panel: '打开侧栏',
    order: '按 Alt+↑ 把第二篇移到最前',
    finish: '读完第一篇',
    back: '回到列表，标记跟着变了',
  },
  en: {
    counts: (posts, saved, ticked) => `${posts} here · ${saved} saved · ${ticked} selected`,
    save: (count) => `Save ${count}`,
    move: (title, place, of) => `Move ${title}, place ${place} of ${of}`,
    queue: 'Queue',
    done: 'Done',
    library: 'Library',
    saved: 'saved',
    queued: 'queued',
    open: 'Open the category 社区治理',
    tick: 'Tick the first five posts and type the tags 治理 and 组织',
    didSave: 'Save them',
    didQueue: 'Queue two more',
    popup: 'Open the popup',
    filter: 'Filter by the tag 组织',
    panel: 'Open the side panel',
    order: 'Move the second post to the top with Alt+↑',
    finish: 'Finish the first post',
    back: 'Back on the list, the marks have followed',
  },
};

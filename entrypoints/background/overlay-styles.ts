import theme from '../../assets/theme.css?inline';
import tagField from '../../components/tag-field/tag-field.css?inline';
import overlay from '../caixin.content/overlay.css?inline';

/** How our controls on a page look. Kept here for the pages that have posts: most that are opened have none. */
export const OVERLAY_STYLES = theme + tagField + overlay;

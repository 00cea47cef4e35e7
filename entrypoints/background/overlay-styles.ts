import theme from '../../assets/theme.css?inline';
import tagField from '../../components/tag-field/tag-field.css?inline';
import overlay from '../caixin.content/overlay.css?inline';

/** The style sheet of our controls, sent only to pages with posts: most pages have none. */
export const OVERLAY_STYLES = theme + tagField + overlay;

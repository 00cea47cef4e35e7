import { pack } from '../../scripts/package';

/** Makes the package that the tests in this browser install, once before they run. */
export function setup(): void {
  pack('chrome');
}

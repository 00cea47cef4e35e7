import { pack } from '../../scripts/package';

/** Builds the package that the tests in this browser install, once before they run. */
export function setup(): void {
  pack('chrome');
}

import { useEffect, useState } from 'preact/hooks';
import { loadFold } from '../utils/search/chinese';
import { type Fold, folder } from '../utils/search/fold';

const plain = folder();

/** The fold that knows simplified and traditional signs; until its table is here, one that does not. */
export function useFold(): Fold {
  const [fold, setFold] = useState<Fold>(() => plain);
  useEffect(() => {
    let gone = false;
    const take = (loaded: Fold) => {
      if (!gone) setFold(() => loaded);
    };
    // Without the table everything else works.
    loadFold().then(take, () => {});
    return () => {
      gone = true;
    };
  }, []);
  return fold;
}

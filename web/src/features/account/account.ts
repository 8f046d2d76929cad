import * as api from '../../api/generated/operations.gen';
import { query } from '../../api/query';

/** One's own account: how one signs in and where one is signed in. */
export const accountQuery = query(api.getAccount);

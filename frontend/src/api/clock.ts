// The service's clock, taken from the Date header of its answers: it decides about deadlines, and the device's
// clock may be wrong.
import { api } from './client';

let ahead = 0; // ms by which the service's clock is ahead of this device's

api.use({
  onResponse({ response }) {
    const date = response.headers.get('date');
    if (date) ahead = Date.parse(date) - Date.now();
  },
});

export const serviceNow = () => Date.now() + ahead;

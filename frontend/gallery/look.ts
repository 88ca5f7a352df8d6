// The components stand on two grounds: the till's large one, and the house of office, portal and shop.
export type Look = 'house' | 'till';

export const look: Look = new URLSearchParams(location.search).get('look') === 'till' ? 'till' : 'house';

export const dress = () => (look === 'till' ? import('../till/till.css') : import('../lib/house.css'));

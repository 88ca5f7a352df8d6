// The apps that are built with Vite; each has its folder, its index.html and its own address below the root.
export const APPS = ['till', 'office', 'portal', 'gallery'];

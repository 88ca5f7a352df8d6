/** In a sheet, where the focus begins: on the figure that is typed, so that Enter takes it and does not close the sheet. */
export const focusFirst = (element: HTMLElement): void => {
  element.toggleAttribute('autofocus', true);
};

// Runs before the first paint: a reader's choice of theme stands above that of the system.
try {
  const chosen = localStorage.getItem('theme');
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen;
} catch {
  // a browser without storage keeps the theme of the system
}

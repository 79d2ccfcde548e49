// Loads the workbench where there is a form for a query.
if (document.querySelector('form.query')) await import('./bench.js');

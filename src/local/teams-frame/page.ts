/** The bare page of the window; everything in it is drawn by window/main.ts. */

export const framePath = "/local/teams";

export const framePage = `<!doctype html>
<html lang="nl" data-theme="default">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Zoals in Teams · Kernplein</title>
<link rel="stylesheet" href="${framePath}/stijl.css">
<script type="module" src="${framePath}/venster/main.ts"></script>
</head>
<body data-view="place">
<header id="top"></header>
<nav id="rail"></nav>
<section id="teams"></section>
<main id="place"><noscript>Dit venster werkt met JavaScript.</noscript></main>
</body>
</html>
`;

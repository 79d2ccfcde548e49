const place = document.getElementById("api");
window.SwaggerUIBundle({ url: place.dataset.description, dom_id: "#api", deepLinking: true, validatorUrl: null });

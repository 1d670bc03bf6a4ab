/** GraphQL over HTTP: who asks (401, 403), which media types, which status. Nothing beyond this package knows of HTTP. */
package fr.gouv.apprentissage.bal.passerelle.http;

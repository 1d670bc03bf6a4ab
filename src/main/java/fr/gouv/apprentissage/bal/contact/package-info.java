/**
 * Which e-mail address and which mail domain were seen with which establishment and company, by which source, first and last, and until when it may
 * be trusted (domain.md §1.2). A record of its own, with a secret of its own: it neither dies with an apprentice nor lives under one.
 */
package fr.gouv.apprentissage.bal.contact;

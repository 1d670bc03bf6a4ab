/**
 * What lets two versions of the process live on one database while one takes the other's place. Below every room, since each has formats of
 * its own and all of them rest on the schema.
 *
 * <ul>
 *   <li>The schema: migrations are a step of their own, run by the role that owns it ({@code CommandeDeMigration}); a process that serves asks
 *       only whether the schema is as new as it needs. Newer is served: an upgrade migrates first, and the older processes go on.
 *   <li>The stored formats: what an older process cannot read is not yet written. Each process says while it lives what it reads ({@code
 *       Processus}, table {@code processus}), and a format is written in a newer version only once every living process reads it ({@code
 *       FormatsEcrits}, table {@code format_ecrit}). From then on a build that does not read it does not start.
 * </ul>
 */
package fr.gouv.apprentissage.bal.version;

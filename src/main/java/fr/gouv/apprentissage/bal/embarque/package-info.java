/**
 * The embedded default: whoever clones the repository needs nothing but a JDK. It starts a real PostgreSQL, makes the
 * key that signs tokens and hands tokens out, in the profiles dev and demo alone; everywhere else it is inert and
 * refuses to start on any of its parts. Nothing knows this room.
 */
package fr.gouv.apprentissage.bal.embarque;

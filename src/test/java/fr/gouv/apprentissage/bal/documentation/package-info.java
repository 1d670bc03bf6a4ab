/** Reads the pages that people follow, so that tests can follow them too: blocks, commands, links, names. */
package fr.gouv.apprentissage.bal.documentation;
